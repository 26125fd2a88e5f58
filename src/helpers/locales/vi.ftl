# Câu chữ của báo cáo. Con số nào cũng đến từ dữ liệu: câu chỉ gọi tên nó.

## Báo cáo
briefing-title = Chuyển đổi số { $province } năm { $year }
briefing-kicker = Báo cáo trình Ban Chỉ đạo chuyển đổi số
briefing-as-of = Số liệu công bố đến hết ngày { $as_of }
briefing-contents = Mục lục
briefing-foot = Mọi con số trong báo cáo dẫn về một nguồn ở phần phụ lục. Điều gì chưa được công bố thì báo cáo ghi rõ là chưa biết.
briefing-skip = Đến nội dung chính

## Chương
overview-title = Năm { $year } trong một trang
online-services-title = Dịch vụ công trực tuyến
dti-position-title = Vị trí trên bảng xếp hạng DTI
dti-outlook-title = Giữ hạng: cần gì và còn cách bao xa
agenda-title = Hạn chế, nhiệm vụ và mục tiêu
appendix-title = Phụ lục: phương pháp và nguồn

## Nguồn
sources-title = Nguồn
source-undated = không ghi ngày
locator-paragraph = đoạn { $places }
locator-answer = câu trả lời { $places }
locator-title = tiêu đề
locator-targets = phần mục tiêu
locator-table = bảng xếp hạng
figure-source = Nguồn:
figure-data = Xem số liệu của biểu đồ

## Giá trị
item = { $text }
value-of-base = { $value }/{ $base }
value-not-published = chưa công bố
value-none = –
value-not-stated = không nêu con số
value-in-period = { $value } ({ $period })
qualifier-exact = { $value }
qualifier-approx = khoảng { $value }
qualifier-nearly = gần { $value }
qualifier-at-least = hơn { $value }
qualifier-more-than = trên { $value }
qualifier-no-less-than = ít nhất { $value }
qualifier-at-most = không quá { $value }
unit-services = { $value } dịch vụ
unit-percent = { $value }%
unit-units = { $value } bộ, tỉnh
unit-event = { $value }
unit-files = { $value } hồ sơ
unit-rank = hạng { $value }
unit-sites = { $value } điểm cầu
unit-levels = { $value } cấp
unit-provinces = { $value } tỉnh, thành phố
unit-score = { $value } điểm
unit-index-points = { $value } điểm
unit-documents = { $value } văn bản
unit-teams = { $value } tổ
unit-million = { $value } triệu
unit-enterprises = { $value } doanh nghiệp
unit-organisations = { $value } tổ chức
unit-households = { $value } hộ
unit-percent-a-year = { $value }%/năm
unit-goals = { $value } mục tiêu
unit-tasks = { $value } nhiệm vụ
timing-during = { $period }
timing-on = ngày { $period }
timing-before = trước ngày { $period }
timing-early = những tháng đầu năm { $period }
state-done = Đã xong
state-under-way = Đang làm
state-routine = Thành nền nếp
state-started = Mới hình thành
state-reported = Đã báo cáo

## Mục tiêu
target-rank = từ hạng { $rank } trở lên
due-edition = kỳ DTI { $edition }
set-by-resolution-111 = Nghị quyết 111-NQ/TU
set-by-committee = Ban Chỉ đạo chuyển đổi số tỉnh
set-by-province = tỉnh đề ra
set-by-ministry = Bộ Thông tin và Truyền thông
set-by-plan-6649 = Kế hoạch 6649/KH-UBND
target-met = Đạt
target-missed = Không đạt
target-holds-today = Hiện đang đạt
target-not-yet = Chưa đạt, còn thời hạn
target-not-judged = Chưa đủ chính xác để kết luận
target-not-reported = Chưa có báo cáo
target-name = { $name } ({ $set_by })

## Cột của bảng
column-measure = Chỉ tiêu
column-value = Giá trị
column-target = Mục tiêu
column-work = Việc
column-state = Mức độ
column-province = Tỉnh, thành phố
column-pillar = Trụ cột
column-weight = Trọng số
column-part = So với { $rival }
column-score = Điểm
column-gain = Cần thêm
column-best = Cao nhất đã công bố
column-rank = Hạng
column-distance = Chênh lệch
column-due = Hạn
column-set-by = Nơi đề ra
column-verdict = Kết luận
column-promise = Mức hứa
column-today = Kết quả mới nhất
column-limitation = Hạn chế
column-answered = Nhiệm vụ đáp ứng
column-by = Bằng việc gì

## 1. Tổng quan
overview-sentence = { $province } xếp thứ { $rank }/{ $ranked } về chuyển đổi số (DTI { $edition }): mạnh ở { $strong }, hạng { $strong_rank }; yếu ở { $weak }, hạng { $weak_rank }.
overview-sentence-rank = { $province } xếp thứ { $rank }/{ $ranked } về chuyển đổi số (DTI { $edition }).
overview-sentence-unknown = Thứ hạng chuyển đổi số của { $province } chưa có trong các nguồn dùng cho báo cáo năm { $year }.
overview-no-figures = Chưa có kết quả riêng nào của { $province } trong dữ liệu của báo cáo này.
overview-figures = Các con số chính
overview-well = Làm được
overview-short = Chưa được
overview-next = Việc tới
overview-strong = { $pillar }: hạng { $rank }/{ $ranked }, { $score } điểm; cao nhất là { $leader } với { $best }.
overview-weak = { $pillar }: hạng { $rank }/{ $ranked }, { $score } điểm; cao nhất là { $leader } với { $best }.
overview-signing = Ký số văn bản điện tử đạt { $value }, được Bộ Thông tin và Truyền thông đánh giá đứng đầu cả nước.
overview-services = Cung cấp { $services } trực tuyến mức độ 3, 4: { $share } thủ tục đủ điều kiện.
overview-not-reported = { $indicator }: mục tiêu { $value } cho { $due } chưa có kết quả công bố.
overview-limitations = Ban Chỉ đạo nêu { $count } hạn chế: { $names }.
overview-tasks = { $count } nhiệm vụ trọng tâm được nêu; chi tiết ở chương cuối.
overview-decide = Cần quyết định: chưa nhiệm vụ nào đáp ứng hạn chế về { $names }.
status-complete = Hoàn thành
status-on-target = Trong ngưỡng mục tiêu gần nhất
status-off-target = Chưa tới mục tiêu gần nhất
status-no-target = Không có mục tiêu để so
status-unknown = Chưa có kết quả công bố
card-not-published = Chưa công bố
card-no-comparison = Chưa có số liệu cùng loại để so sánh.
card-target = Mục tiêu cho { $due }: { $value } ({ $set_by })
card-national = Cả nước, { $period }: { $value }
card-earlier = Số đã có { $period }: { $value }
card-context-services-level-3-4-share = Cả nước, { $period }: { $value } tính trên mọi dịch vụ công, khác mẫu số
card-context-digital-signing-rank = Toàn quốc: { $value }; số đơn vị được so sánh không nêu
card-period = Số liệu { $period }
card-context-services-level-3-4 = Cổng của tỉnh cung cấp { $value } mức độ 3, 4
card-dti-score = Điểm { $score }; trung bình { $ranked } tỉnh, thành phố { $mean }

## 2. Dịch vụ công trực tuyến
services-offer = Cung cấp
services-supply = { $province } cung cấp { $services } trực tuyến mức độ 3, 4, đủ { $share } thủ tục thuộc thẩm quyền có đủ điều kiện.
services-supply-unknown = Số dịch vụ công trực tuyến của { $province } năm { $year } chưa có trong dữ liệu này.
services-unchanged = Con số { $value } đã được nêu từ { $period }: sau đó không tăng thêm.
services-payment = Chức năng thanh toán trực tuyến đã được tích hợp trên cả Cổng Dịch vụ công của tỉnh và Cổng Dịch vụ công quốc gia.
services-national-portal = Theo tin đăng { $period }, { $all } đã hoặc đang được tích hợp lên Cổng Dịch vụ công quốc gia: { $third } mức độ 3 và { $fourth } mức độ 4.
services-portals-unknown = Việc tích hợp với Cổng Dịch vụ công quốc gia và thanh toán trực tuyến của { $province } năm { $year } chưa có trong dữ liệu này.
services-usage = Sử dụng
services-files = Trong { $period }, { $files } được nộp trực tuyến.
services-share-not-reported = Tỉnh đặt mục tiêu { $target } hồ sơ nộp trực tuyến trong năm { $year }. Kết quả cả năm chưa được công bố, nên chưa biết mục tiêu này đạt hay không.
services-use-unknown = Mức sử dụng dịch vụ công trực tuyến của { $province } năm { $year } chưa có trong dữ liệu này.
services-signed = Ký số và xử lý công việc trên mạng
services-signing = Ký số văn bản điện tử đạt { $value }.
services-signing-first = Bộ Thông tin và Truyền thông đánh giá kết quả này đứng đầu cả nước; nguồn không nêu bao nhiêu đơn vị được so sánh.
services-routine = Gửi, nhận văn bản điện tử có ký số và xử lý hồ sơ công việc trên môi trường mạng đã thành nền nếp.
services-signing-unknown = Kết quả ký số của { $province } năm { $year } chưa có trong dữ liệu này.
services-country = So với cả nước
services-national-unknown = Số liệu cả nước năm { $year } chưa đủ để so sánh.
services-national-growth = Trên cả nước, dịch vụ ở mức độ 3, 4 tăng từ { $first } (năm { $first_year }) lên { $last } (năm { $last_year }) tổng số dịch vụ công.
services-national-level-4 = Cũng theo báo cáo này, { $share } dịch vụ công ở mức độ 4 (nguồn không nêu mẫu số); { $day }, { $units } đã đưa toàn bộ dịch vụ đủ điều kiện lên mức độ 4.
services-base-differs = Tỷ lệ của tỉnh tính trên thủ tục đủ điều kiện, tỷ lệ của cả nước tính trên mọi dịch vụ công: đặt cạnh nhau thì được, trừ cho nhau thì không.
services-behind = Nền tảng phía sau
services-foundations-caption = Những việc làm nền đã báo cáo trong năm { $year }
services-foundations-unknown = Các việc làm nền của { $province } năm { $year } chưa có trong dữ liệu này.
national-shares-title = Cả nước: { $offered } dịch vụ công ở mức độ 3, 4; dịch vụ trực tuyến có hồ sơ là { $used }
national-shares-subtitle = Tỷ lệ phần trăm, cả nước, năm { $year }; vạch màu là mục tiêu năm
national-shares-description = Biểu đồ thanh, cả nước năm { $year }: { $offered } dịch vụ công đã lên mức độ 3, 4, nhưng chỉ { $used } dịch vụ trực tuyến có phát sinh hồ sơ và { $files } hồ sơ được nộp trực tuyến.
national-shares-caption = Ba tỷ lệ của cả nước và mục tiêu năm
bar-target = mục tiêu { $value }%
no-target = chưa thấy mục tiêu

## 3. Vị trí DTI
dti-rank = DTI { $edition } xếp { $province } thứ { $rank }/{ $ranked }: trên { $behind } tỉnh, thành phố khác.
dti-no-rank = Thứ hạng DTI của { $province } chưa có trong các nguồn của báo cáo này.
dti-no-score = Điểm số của { $province } chưa được công bố trong các nguồn ở đây, nên không tính được khoảng cách.
dti-mean-above = Tổng điểm { $score }, cao hơn trung bình { $ranked } tỉnh, thành phố ({ $mean }) là { $difference }.
dti-mean-below = Tổng điểm { $score }, thấp hơn trung bình { $ranked } tỉnh, thành phố ({ $mean }) là { $difference }.
dti-mean-equal = Tổng điểm { $score }, đúng bằng trung bình { $ranked } tỉnh, thành phố ({ $mean }), chênh { $difference }.
dti-first = { $province } đứng đầu, không còn tỉnh nào ở trên.
dti-gaps = Tỉnh ngay trên là { $above } (hạng { $above_rank }), hơn { $above_gap } điểm; đơn vị dẫn đầu là { $leader }, hơn { $leader_gap } điểm.
dti-coverage = Với kỳ { $edition }, các nguồn ở đây công bố tổng điểm của { $published }/{ $ranked } và thứ hạng của { $ranks }/{ $ranked } tỉnh, thành phố. Các tỉnh còn lại chưa biết và không được điền thay.
ladder-title = { $province } hạng { $rank }/{ $ranked }: kém hạng trên { $above_gap }, kém đơn vị dẫn đầu { $leader_gap }
ladder-subtitle = Tổng điểm DTI { $edition } (thang 0–1), { $published }/{ $ranked } tỉnh, thành phố có điểm công bố
ladder-description = Biểu đồ thanh tổng điểm DTI { $edition }: { $province } hạng { $rank } với { $score } điểm; đứng đầu là { $first } với { $first_score }; trung bình { $ranked } tỉnh, thành phố là { $mean }. Đường chấm là chỗ có tỉnh chưa công bố điểm.
ladder-first-title = { $province } dẫn đầu { $ranked } tỉnh, thành phố với { $score } điểm
ladder-first-subtitle = Tổng điểm DTI { $edition } (thang 0–1), { $published }/{ $ranked } tỉnh, thành phố có điểm công bố
ladder-first-description = Biểu đồ thanh tổng điểm DTI { $edition }: { $province } đứng đầu với { $score } điểm; trung bình { $ranked } tỉnh, thành phố là { $mean }. Đường chấm là chỗ có tỉnh chưa công bố điểm.
ladder-without-title = Các tổng điểm đã công bố, chưa có điểm của { $province }
ladder-without-subtitle = Tổng điểm DTI { $edition } (thang 0–1), { $published }/{ $ranked } tỉnh, thành phố có điểm công bố
ladder-without-description = Biểu đồ thanh tổng điểm DTI { $edition }, không có { $province } vì điểm chưa công bố: đứng đầu là { $first } với { $first_score }; trung bình { $ranked } tỉnh, thành phố là { $mean }.
ladder-mean = trung bình { $mean }
ladder-caption = Tổng điểm đã công bố
pillars-heading = Ba trụ cột
pillars = Mạnh nhất là { $strong }, hạng { $strong_rank }/{ $ranked }; yếu nhất là { $weak }, hạng { $weak_rank }/{ $ranked }.
pillars-unknown = Chưa đủ thứ hạng trụ cột của { $province } ở kỳ { $edition } để nói trụ cột nào mạnh, trụ cột nào yếu.
pillar-label = { $name } (hạng { $rank }/{ $ranked })
profile-title = { $province } yếu ở { $weak }, mạnh ở { $strong }
profile-subtitle = Điểm trụ cột DTI { $edition } (thang 0–1)
profile-description = Biểu đồ điểm ba trụ cột DTI { $edition } của { $province }: { $strong } { $strong_score }, { $weak } { $weak_score } trong khi mức cao nhất đã công bố của trụ cột này là { $weak_best }.
profile-even-title = { $province }: điểm ba trụ cột
profile-even-subtitle = Điểm trụ cột DTI { $edition } (thang 0–1)
profile-even-description = Biểu đồ điểm các trụ cột DTI { $edition } của { $province }: cao nhất là { $strong } { $strong_score }, thấp nhất là { $weak } { $weak_score }.
profile-caption = Điểm trụ cột
profile-unknown = Điểm trụ cột của { $province } chưa được công bố trong các nguồn ở đây.
gaps-heading = Khoảng cách do đâu
gaps-title = So với { $rival }, { $pillar } là phần kéo { $province } xuống nhiều nhất
gaps-subtitle = Phần của mỗi trụ cột trong chênh lệch tổng điểm DTI { $edition } (trọng số × chênh lệch điểm)
gaps-description = Biểu đồ thanh hai phía: { $province } kém { $rival } tổng cộng { $gap } điểm DTI { $edition }, riêng { $pillar } góp { $part }.
gaps-caption = Phần của mỗi trụ cột trong chênh lệch tổng điểm
gap-heading = So với { $rival } (hạng { $rank }): { $gap }
gaps-unknown = Không tách được khoảng cách theo trụ cột: { $province } đứng đầu, hoặc điểm trụ cột chưa được công bố.
gaps-mean = Điểm trung bình cả nước của từng trụ cột kỳ { $edition } không có trong các nguồn ở đây, nên chênh lệch so với trung bình chưa tách được theo trụ cột.

## 4. Triển vọng DTI
outlook-goal = Ban Chỉ đạo muốn { $province } giữ hạng { $goal } ở kỳ DTI { $next }; ở kỳ { $edition } tỉnh đứng hạng { $rank }.
outlook-no-goal = { $province } đứng hạng { $rank } ở kỳ DTI { $edition }; chưa thấy mục tiêu nào cho kỳ tới.
outlook-no-rank = Chưa có thứ hạng DTI của { $province }, nên chưa nói được việc giữ hạng cần gì.
outlook-no-score = Điểm của { $province } chưa công bố, nên chưa biết cách các tỉnh kề bên bao xa.
outlook-upwards = Lên trên: chỉ cần thêm { $gap } điểm là bắt kịp { $above } (hạng { $above_rank }). Nếu chỉ nhờ một trụ cột thì ít nhất là thêm { $gain } điểm { $pillar }, các tỉnh khác giữ nguyên.
outlook-downwards = Xuống dưới: { $below } (hạng { $below_rank }) kém { $margin } điểm.
outlook-downwards-gap = Xuống dưới: điểm của các hạng { $first } đến { $last } chưa công bố. Tỉnh gần nhất có điểm là { $below } (hạng { $below_rank }), kém { $margin }: khoảng an toàn thật sự không lớn hơn mức này và có thể nhỏ hơn nhiều.
outlook-around = Các tỉnh kề bên
gains-caption = Điểm cần thêm ở từng trụ cột để bắt kịp { $above } (kém { $gap }), các tỉnh khác giữ nguyên
gains-none = { $province } không có tỉnh nào ở trên với điểm đã biết để bắt kịp.
neighbours-caption = Năm hạng trên và năm hạng dưới { $province }, DTI { $edition }
neighbours-none = Chưa có thứ hạng của { $province } để kể các tỉnh kề bên.
rank-targets-heading = Hạng đã hứa
rank-targets-title = Hạng { $rank } hiện đáp ứng { $holding }/{ $count } mức hạng đã hứa cho các năm tới
rank-targets-subtitle = Thứ hạng DTI trong { $ranked } tỉnh, thành phố; chấm xanh là kỳ { $edition }, dải xám là vùng đạt mục tiêu
rank-targets-description = Biểu đồ cột theo mốc thời gian: { $province } hạng { $rank } ở kỳ DTI { $edition }; { $count } mục tiêu về hạng đến năm { $last_due }, hiện đang đạt { $holding }.
rank-targets-caption = Các mục tiêu về thứ hạng DTI
rank-targets-none = Chưa có mục tiêu thứ hạng, hoặc chưa có thứ hạng, của { $province } để đối chiếu.
rank-targets-caution = Đây là thứ hạng, không phải điểm: giữ nguyên điểm mà tỉnh khác tiến lên thì vẫn mất hạng. Với mục tiêu bằng đúng hạng hiện nay, phần dự phòng là không có.
rank-today = hạng { $rank }
rank-target = hạng { $rank }

## 5. Hạn chế, nhiệm vụ, mục tiêu
agenda-finding = Trong { $limitations } hạn chế Ban Chỉ đạo nêu, { $direct } có nhiệm vụ nhắm thẳng vào, { $part } được chạm tới một phần, { $none ->
    [0] không hạn chế nào bị bỏ trống.
   *[other] { $none } chưa có việc nào đáp ứng: { $names }.
}
agenda-unknown = Các nguồn ở đây không có hạn chế và nhiệm vụ nào của { $province } cho năm { $year }.
agenda-no-limitations = Hạn chế của { $province }: chưa biết.
limitations-caption = Từng hạn chế và việc đáp ứng
agenda-reading = Việc nối nhiệm vụ với hạn chế là cách đọc của báo cáo này, không phải của Ban Chỉ đạo. Danh sách hạn chế trong nguồn còn để ngỏ.
extent-direct = Nhắm thẳng
extent-part = Một phần
extent-none = Chưa có
answers-none = Chưa nhiệm vụ nào nhắc tới
answer = { $item }: { $reason }.
agenda-work = Việc được giao
agenda-instructions = Yêu cầu với các sở, ngành, huyện, thành phố
agenda-tasks = Nhiệm vụ trọng tâm
agenda-goals = Mục tiêu phấn đấu
agenda-no-tasks = Nhiệm vụ của { $province } sau năm { $year }: chưa biết.
agenda-unlinked = { $count }/{ $tasks } nhiệm vụ không gắn với hạn chế nào đã nêu: { $names }. Đó là việc phát triển thêm, không phải việc khắc phục.
agenda-plan = Kế hoạch phối hợp
agenda-aims = Nhằm
agenda-fields = Trên các lĩnh vực
agenda-no-plan = Không có kế hoạch phối hợp nào của { $province } trong dữ liệu này.
agenda-promises = Mục tiêu và thời hạn
agenda-no-targets = Không có mục tiêu nào của { $province } trong dữ liệu này.
targets-finding = { $silent }/{ $count } mục tiêu chưa có kết quả nào được công bố để đối chiếu.
targets-caption = Mục tiêu, thời hạn và kết quả mới nhất

## Phụ lục
method-point-in-time = Thời điểm. Báo cáo chỉ dùng những gì đã công bố đến hết ngày { $as_of }; điều công bố sau ngày đó không có ở đây.
method-precision = Độ chính xác. Con số giữ nguyên mức chính xác của nguồn: số gần đúng ghi “gần”, “khoảng” hay “hơn” và không được so như số chính xác. Chênh lệch được làm tròn đến bốn chữ số thập phân như điểm công bố.
method-unknown = Điều chưa biết. Giá trị không có nguồn được để trống và nói rõ; không ước tính, không điền thay.
method-own-reading = Nhận định. Mức độ đáp ứng của nhiệm vụ với hạn chế và các phép tính chênh lệch là của báo cáo này.
method-dti = Chỉ số. DTI { $edition } (công bố ngày { $published }) là chỉ số tổng hợp có trọng số: { $weights }. Phần của một trụ cột trong chênh lệch bằng trọng số nhân với chênh lệch điểm của trụ cột đó.
appendix-table = Bảng DTI { $edition } mà báo cáo dựa vào
appendix-table-caption = Điểm và hạng (trong ngoặc) theo nguồn đã công bố, DTI { $edition }; dấu – là chưa công bố
proof = Kiểm chứng: { $holds }/{ $count } tổng điểm có đủ trụ cột được tính lại đúng từ các trụ cột; sai lệch lớn nhất { $largest }, trong phạm vi làm tròn.
proof-none = Kiểm chứng: kỳ { $edition } không có hàng nào đủ thành phần để tính lại tổng điểm.
