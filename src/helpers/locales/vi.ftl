# Câu chữ của báo cáo. Con số nào cũng đến từ dữ liệu: câu chỉ gọi tên nó.

## Báo cáo
briefing-kicker = Báo cáo trình Ban Chỉ đạo Chuyển đổi số
briefing-as-of = Số liệu công bố đến hết ngày { $as_of }
briefing-contents = Mục lục
briefing-foot = Mọi số liệu trong báo cáo đều dẫn về một nguồn ở phần phụ lục. Điều gì chưa tìm thấy trong các nguồn đã đọc thì báo cáo ghi rõ là chưa tìm thấy hoặc chưa biết.
sheet-whole = Trang một của báo cáo; các chương và phụ lục được nhắc đến nằm trong báo cáo đầy đủ.
sheet-shortened = Rút gọn từ trang một của báo cáo; phần lược bớt, các chương và phụ lục nằm trong báo cáo đầy đủ.
briefing-skip = Đến mục lục
briefing-details = Chi tiết ở phụ lục
briefing-back = Về mục lục
briefing-office = { $office } { $province }
briefing-issued = Đơn vị lập: { $office } { $province }
briefing-gathered = Tổng hợp từ nguồn công khai

## Chương
overview-title = Năm { $year } trong một trang
online-services-title = Dịch vụ công trực tuyến
dti-position-title = Vị trí trên bảng xếp hạng DTI
dti-outlook-title = Giữ hạng và lên hạng: cần gì, còn cách bao xa
agenda-title = Hạn chế, nhiệm vụ và mục tiêu
appendix-title = Phụ lục: phương pháp và nguồn
appendix-method = Phương pháp
appendix-details = { $chapter }: chi tiết
appendix-quality = Trang này được kiểm chứng thế nào
chapter-unknown = Điều chưa biết

## Nguồn
sources-title = Nguồn
sources-of-page = Nguồn của trang này (ghi đủ ở phụ lục)
sources-back = Trích ở:
source-read-via = đọc qua { $how }
source-read-on = đọc qua { $how }, { $day }
source-undated = không ghi ngày
source-published = { $publisher }, { $date }
locator-paragraph = đoạn { $places }
locator-answer = câu trả lời { $places }
locator-title = tiêu đề
locator-targets = phần mục tiêu
locator-table = bảng xếp hạng
figure-source = Nguồn: { $first }
figure-sources = Nguồn: { $first } và { $count } nguồn khác
figure-data = Xem số liệu của biểu đồ
own-chart-data = Số liệu của biểu đồ
mean-of-provinces = Trung bình cả nước

## Giá trị
item = { $text }
province-until = { $name } (đến { $year })
value-of-base = { $value }/{ $base }
value-not-published = chưa tìm thấy
value-none = –
value-yes = có
value-no = không
value-of-class = { $value } { $name }
value-not-stated = không nêu con số
value-in-period = { $value } ({ $period })
value-in-year = { $value } (năm { $year })
value-derived = { $value } (suy ra)
mark-derived = { $basis ->
    [derived] , suy ra
   *[other] { "" }
}
beside-derived = { $basis ->
    [derived] {" "}(suy ra)
   *[other] { "" }
}
beside = { $who }: { $value }
beside-all = toàn bộ, theo nguồn
qualifier-exact = { $value }
qualifier-approx = khoảng { $value }
qualifier-nearly = gần { $value }
qualifier-at-least = ít nhất { $value }
qualifier-more-than = hơn { $value }
qualifier-no-less-than = không dưới { $value }
qualifier-over = trên { $value }
qualifier-at-most = không quá { $value }
qualifier-or-better = { $value } trở lên
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
unit-organisations = { $value } tổ chức, doanh nghiệp
unit-households = { $value } hộ
unit-percent-a-year = { $value }%/năm
unit-goals = { $value } mục tiêu
unit-tasks = { $value } nhiệm vụ
unit-operators = { $value } doanh nghiệp viễn thông
unit-stations = { $value } trạm
unit-kilometres = { $value } km
unit-sellers = { $value } chủ thể bán hàng
unit-trillion-vnd = { $value } nghìn tỷ đồng
unit-procedures = { $value } thủ tục
unit-people = { $value } người
unit-per-hundred = { $value } thuê bao trên một trăm dân
timing-during = { $period }
timing-on = ngày { $period }
timing-before = trước ngày { $period }
timing-early = những tháng đầu năm { $period }
timing-until = từ đầu năm đến hết { $period }
timing-late = cuối năm { $period }
period-quarter = quý { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} năm { $year }
state-done = Đã hoàn thành
state-under-way = Đang triển khai
state-routine = Đã đi vào nền nếp
state-started = Bước đầu hình thành
state-not-ranked = Không xếp hạng
state-unpublished = Nguồn cho biết chưa công bố
state-reported = Đã báo cáo

## Mục tiêu
target-rank = từ hạng { $rank } trở lên
due-year = năm { $due }
due-edition = DTI năm { $edition }
set-by-committee = Ban Chỉ đạo Chuyển đổi số tỉnh
set-by-province = tỉnh đề ra
set-by-ministry = Bộ Thông tin và Truyền thông
set-by-national-committee = Ủy ban Quốc gia về chuyển đổi số
target-met = Đạt
target-missed = Không đạt
target-holds-today = Hiện đang đạt
target-not-yet = Chưa đạt, chưa đến hạn
target-not-judged = Chưa đủ chính xác để kết luận
target-not-reported = Chưa tìm thấy kết quả
margin-beyond = vượt { $value }
margin-to-go = còn { $value } nữa
margin-even = bằng mục tiêu
margin-at-the-edge = mới bằng mức phải vượt
margin-unknown = chưa biết
places = { $value } bậc
percentage-points = { $value } điểm phần trăm
target-name = { $name } – { $set_by }

## Cột của bảng
column-measure = Chỉ tiêu
column-value = Giá trị
column-target = Mục tiêu
column-work = Việc
column-state = Tình trạng
column-province = Tỉnh, thành phố
column-pillar = Trụ cột
column-weight = Trọng số
column-part = So với: { $rival }
column-score = Điểm
column-gain = Cần thêm
column-best = Cao nhất đã biết
column-rank = Hạng
column-distance = Chênh lệch
column-due = Hạn
column-set-by = Cơ quan hoặc văn bản đề ra
column-verdict = Kết luận
column-promise = Mức đề ra
column-today = Kết quả mới nhất
column-margin = Khoảng cách đến mục tiêu
column-item = Nội dung
column-kind = Loại
column-period = Thời gian
column-compared = Để so sánh
column-component = Thành phần
column-derived-rank = Hạng (suy ra)
column-published = Số nơi có điểm
column-fifth = Nhóm hạng
column-places = Số bậc thay đổi
column-share = So với khoảng cách đến mức cao nhất
column-loss = Mức giảm làm tụt hạng
column-missing = Tổng điểm
column-unlike = Độ khác biệt
column-population = Dân số (nghìn người)
column-income = GRDP đầu người (triệu đồng)
column-residual = Chênh so với mức ước tính
column-draws = Tỷ lệ số lần mô phỏng
column-first-order = Riêng trọng số này
column-variance = Phần trong biến động của thứ hạng
column-total-order = Cả tác động chung với trọng số khác
column-limitation = Hạn chế
column-answered = Mức độ khắc phục
column-by = Cách khắc phục

## 1. Tổng quan
headline-results = Năm { $year }: { $results }.
headline-services = { $value } công trực tuyến { $level }
headline-eligible = { $value } thủ tục đủ điều kiện đã lên { $level }
headline-signing = { $value } văn bản điện tử được ký số
headline-files = { $value } hồ sơ được nộp trực tuyến
headline-processed = { $value } hồ sơ được xử lý trực tuyến
overview-headline-best = { $held ->
    [some] { $parts ->
        [pillars] Trong các trụ cột ở bảng này, xếp tốt nhất
       *[indexes] Trong các chỉ số thành phần ở bảng này, xếp tốt nhất
    }
   *[all] { $parts ->
        [pillars] Trụ cột xếp tốt nhất
       *[indexes] Chỉ số thành phần xếp tốt nhất
    }
}
headline-ends = { overview-headline-best } là { $strong } (hạng { $strong_rank }/{ $ranked }), yếu nhất là { $weak } (hạng { $weak_rank }/{ $ranked }{ $side ->
    [below] , dưới trung bình
   *[other] { "" }
}){ $basis ->
    [computed] ; hạng thành phần do báo cáo tính
   *[printed] { "" }
}.
headline-fall = { overview-headline-best } là { $strong } (hạng { $strong_rank }/{ $ranked }); tụt sâu nhất là { $fallen }, từ hạng { $from } (DTI năm { $since }) xuống hạng { $to }{ $basis ->
    [computed] ; hạng thành phần do báo cáo tính
   *[printed] { "" }
}.
headline-strong = { overview-headline-best } là { $strong } (hạng { $strong_rank }/{ $ranked }); { $count } { $parts ->
    [pillars] trụ cột
   *[indexes] chỉ số
} cùng xếp kém nhất (hạng { $level_rank }){ $basis ->
    [computed] ; hạng thành phần do báo cáo tính
   *[printed] { "" }
}.
headline-weak = { $held ->
    [some] Trong bảng này, { $count }
   *[all] { $count }
} { $parts ->
    [pillars] trụ cột
   *[indexes] chỉ số thành phần
} cùng xếp tốt nhất (hạng { $level_rank }/{ $ranked }), yếu nhất là { $weak } (hạng { $weak_rank }{ $side ->
    [below] , dưới trung bình
   *[other] { "" }
}){ $basis ->
    [computed] ; hạng thành phần do báo cáo tính
   *[printed] { "" }
}.
headline-even = Cả { $count } trụ cột đều ở hạng { $rank }/{ $ranked }.
headline-rest = phần nền tảng chung ngoài hạ tầng số
overview-sentence-rank = { overview-rank }{ overview-goal }.
overview-rank = { $moved ->
    [up] { $province } tăng { $places } bậc, xếp thứ { $rank }/{ $ranked } về chuyển đổi số (DTI { $edition }{ mark-derived })
    [down] { $province } giảm { $places } bậc, xếp thứ { $rank }/{ $ranked } về chuyển đổi số (DTI { $edition }{ mark-derived })
    [same] { $province } giữ hạng { $rank }/{ $ranked } về chuyển đổi số (DTI { $edition }{ mark-derived })
   *[unknown] { $province } xếp thứ { $rank }/{ $ranked } về chuyển đổi số (DTI { $edition }{ mark-derived })
}
overview-goal = { $goal ->
    [met] , đạt mục tiêu đã đề ra cho kỳ này
    [missed] , không đạt mục tiêu đã đề ra cho kỳ này
    [met-older] {" "}(mục tiêu đề ra cho DTI năm { $goal_edition }: đạt)
    [missed-older] {" "}(mục tiêu đề ra cho DTI năm { $goal_edition }: không đạt)
   *[none] { "" }
}
# order: province year
overview-sentence-unknown = Thứ hạng chuyển đổi số của { $province } chưa có trong các nguồn dùng cho báo cáo năm { $year }.
overview-course = Hạng của { $pillar } qua các năm: { $ranks }{ $basis ->
    [computed] ; có hạng do báo cáo tính
   *[printed] { "" }
}.
overview-course-item = { $rank } ({ $edition })
overview-since = So với báo cáo trước
overview-since-better = Tốt lên
overview-since-worse = Kém đi
overview-since-new = Mới có
overview-since-moves = { $moves }{ $more ->
    [0] { "" }
   *[other] ; và { $more } chỉ tiêu khác
}.
overview-since-move = { $name }: { $before } ({ $earlier }), nay { $now } ({ $period })
overview-since-count = { $held ->
    [some] ở bảng này,{" "}
   *[all] { "" }
}{ $count } chỉ tiêu ngoài DTI có kết quả mới{ $named ->
    [some] ; trong số lần đầu có số liệu: { $names }
   *[none] { "" }
}.
overview-since-first = { $name }: { $value } ({ $period })
overview-closing = Ngày { $day } là ngày cuối cùng của { $province } trước khi sắp xếp đơn vị hành chính: đây là báo cáo kết thúc của tỉnh.
overview-made-of = Các tỉnh, thành phố hợp thành { $province } có thứ hạng mới nhất là: { $ranks }.
overview-no-figures = { $held ->
    [none] Bảng này không có con số chính nào của { $province }.
   *[all] Các nguồn của báo cáo không nêu kết quả riêng nào của { $province }.
}
overview-figures = Các con số chính
overview-well = Kết quả nổi bật
overview-short = Còn hạn chế
overview-next = Việc cần làm tiếp
overview-topic = { $topic }: { $said }
overview-moved-up = tăng { $places } bậc, từ hạng { $before } (DTI năm { $earlier }{ mark-derived }) lên hạng { $rank } (DTI năm { $edition }).
overview-moved-down = giảm { $places } bậc, từ hạng { $before } (DTI năm { $earlier }{ mark-derived }) xuống hạng { $rank } (DTI năm { $edition }).
overview-pillar-fell = hạng { $rank }/{ $ranked }, xuống từ hạng { $rank_before } (DTI năm { $earlier }{ $before ->
    [changed] , cách tính khác
   *[known] { "" }
}).
overview-pillar-rank = hạng { $rank }/{ $ranked }{ $before ->
    [known] {" "}(DTI năm { $earlier }: hạng { $rank_before })
    [changed] {" "}(DTI năm { $earlier }, cách tính khác: hạng { $rank_before })
   *[unknown] { "" }
}{ $held ->
    [risen] , tuy lên hạng nhưng vẫn thấp nhất trong các trụ cột.
    [strong] , tốt nhất trong các trụ cột ở bảng này.
    [weak] , thấp nhất trong các trụ cột ở bảng này.
   *[all] .
}
overview-pillar = hạng { $rank }/{ $ranked }{ $before ->
    [known] {" "}(DTI năm { $earlier }: hạng { $rank_before })
    [changed] {" "}(DTI năm { $earlier }, cách tính khác: hạng { $rank_before })
   *[unknown] { "" }
}{ $held ->
    [risen] , tuy lên hạng nhưng vẫn thấp nhất trong các trụ cột
    [strong] , tốt nhất trong các trụ cột ở bảng này
    [weak] , thấp nhất trong các trụ cột ở bảng này
   *[all] { "" }
}, { $score } điểm trên thang một nghìn{ $computed ->
    [yes] {" "}(báo cáo tính lại)
   *[no] { "" }
}{ $shared ->
    [yes] , tính cả nhóm chỉ số nền tảng chung
   *[no] { "" }
}{ $beside ->
    [yes] ; cao nhất là { $leader } với { $best }.
   *[no] .
}
overview-topic-pillars = Ba trụ cột
overview-pillars-level = cả { $count } đều ở hạng { $rank }/{ $ranked }.
overview-topic-signing = Ký số
overview-signing = đạt { $value } văn bản điện tử; được Bộ Thông tin và Truyền thông đánh giá đứng đầu cả nước.
overview-topic-services = Dịch vụ công trực tuyến
overview-services = { $services } ở { $level }, đạt { $share } thủ tục đủ điều kiện.
overview-not-reported = chưa tìm thấy kết quả ({ $due }) trong các nguồn đã đọc; mục tiêu là { $value }.
overview-not-reported-beside = kết quả ({ $due }) chưa tìm thấy trong các nguồn đã đọc; mục tiêu là { $value }, cả nước đạt { $national }.
overview-met = { $result }, đạt mục tiêu { $value } ({ $due }).
overview-missed = { $result }, không đạt mục tiêu { $value } ({ $due }).
overview-first = { $value } ({ $period }); đây là bộ chỉ số khác, không phải DTI.
overview-topic-figures = Thiếu số liệu
overview-no-longer = { $lost } trong { $count } con số chính trước đây có số liệu, nay chưa tìm thấy kết quả năm { $year }.
overview-topic-due = Hạn tiếp theo
overview-next-due = { $held ->
    [some] ở bảng này,{" "}
   *[all] { "" }
}{ $count } mục tiêu đã ghi nhận đến hạn năm { $due }{ $silent ->
    [0] , đều đã có kết quả để đối chiếu
   *[other] , trong đó { $silent } mục tiêu chưa tìm thấy số liệu
}.
overview-topic-goal = Mục tiêu
overview-topic-limitations = Hạn chế
overview-limitations = Ban Chỉ đạo nêu { $count } nội dung: { $names }.
overview-topic-tasks = Nhiệm vụ
overview-tasks = { $count } việc trọng tâm, nêu ở chương “Hạn chế, nhiệm vụ và mục tiêu”.
overview-decision = Cần quyết định
decide-task = Đề nghị Ban Chỉ đạo giao nhiệm vụ riêng về { $names }: còn { $open } trong { $count } hạn chế { $held ->
    [some] ở bảng này
   *[all] đã nêu
} chưa có nhiệm vụ riêng để khắc phục.
decide-lift = Đề nghị Ban Chỉ đạo phân công cơ quan chủ trì và ấn định thời hạn nâng { $component }, thành phần yếu nhất trong số có điểm của mọi tỉnh, thành phố (hạng { $rank }/{ $ranked }, dưới trung bình): riêng việc lên mức trung bình, thêm { $gain } điểm tổng trên thang một nghìn, { $rises ->
    [yes] đã đủ lên hạng { $then } nếu nơi khác đứng yên
    [first] nới rộng khoảng cách với nơi xếp sau
   *[no] chưa đủ để lên hạng
} (báo cáo tính). Cơ quan chủ trì: chưa tìm thấy phân công.
decide-lift-closing = Đề nghị bàn giao cho đơn vị mới, với cơ quan chủ trì và thời hạn, việc nâng { $component }, thành phần yếu nhất trong số có điểm của mọi tỉnh, thành phố (hạng { $rank }/{ $ranked }, dưới trung bình; hạng do báo cáo tính). Cơ quan chủ trì: chưa tìm thấy phân công.
decide-lift-caution = Nơi khác không đứng yên: trung bình cả nước đã tăng từ { $before } lên { $now } điểm trên thang một nghìn chỉ sau một kỳ, nên phải tăng nhanh hơn nơi khác.
decide-target = { $closing ->
    [yes] Đề nghị bàn giao cho đơn vị mới, với cơ quan chủ trì và thời hạn,
   *[no] Đề nghị Ban Chỉ đạo giao cơ quan chủ trì và thời hạn cho
} mục tiêu đến hạn gần nhất{ $held ->
    [some] {" "}ở bảng này
   *[all] { "" }
} mà chưa tìm thấy kết quả: { $indicator } ({ $due }), mức đề ra { $value }{ $more ->
    [0] { "" }
   *[other] ; còn { $more } mục tiêu khác như vậy, nêu ở phụ lục
}. Cơ quan chủ trì: { $lead }.
lead-known = { $name }
lead-until = { $name }, chậm nhất ngày { $day }
lead-unknown = chưa tìm thấy phân công
item-led = { $text } (Chủ trì: { $lead })
status-complete = Hoàn thành
status-on-target = Kết quả mới nhất đạt mục tiêu
status-off-target = Kết quả mới nhất chưa đạt mục tiêu
status-no-target = Không có mục tiêu để so
status-unknown = Chưa thể đánh giá
card-no-comparison = Chưa tìm thấy số liệu cùng loại để so sánh.
cards-not-found = Chưa tìm thấy trong { $sources } nguồn đã đọc: { $names }.
cards-figure = { $name }
cards-figure-last = { $name } (gần nhất: { $value }, { $period })
cards-ended = Không còn đo sau năm { $until }: { $figure }.
cards-replaced = Không còn đo sau năm { $until }: { $figure }; được thay bằng chỉ tiêu “{ $successor }”.
cards-not-ranked = { $name }: không xếp hạng ({ $period }).
cards-unpublished = { $name }: nguồn cho biết chưa công bố ({ $period }).
card-target = Mục tiêu { $due }: { $value } ({ $set_by })
card-national = Cả nước, { $period }: { $value }
card-earlier = Số liệu lần trước ({ $period }): { $value }
card-context-services-level-3-4-share = Cả nước, { $period }: { $value } tính trên mọi dịch vụ công, khác mẫu số
card-context-digital-signing-rank = Toàn quốc: { $value }; nguồn không nêu số đơn vị được so sánh
card-not-ranked = Không xếp hạng: { $periods }
card-unpublished = Nguồn cho biết chưa công bố: { $periods }
card-base-unknown = Nguồn không nêu mẫu số.
card-period = Số liệu { $period }
card-context-services-level-3-4 = Cổng của tỉnh cung cấp { $value } { $level }
card-context-par-egovernment-share = Đạt { $value } số điểm của thành phần này ({ $period })
card-context-par-index = Chỉ số PAR INDEX { $period }: { $value }
card-context-pci-score = Điểm PCI { $period }: { $value }
card-context-papi-score = Điểm PAPI { $period }: { $value }
card-context-sipas-score = Chỉ số SIPAS { $period }: { $value }
card-context-grdp = Quy mô GRDP { $period }: { $value }
card-dti-edition = DTI năm { $edition }: { $lacks ->
    [score] chưa tìm thấy điểm
   *[mean] chưa tìm thấy trung bình để so
}
card-dti-score = DTI năm { $edition }: { $score } điểm (thang một nghìn); trung bình { $ranked } tỉnh, thành phố { $mean }

## 2. Dịch vụ công trực tuyến
services-offer = Cung cấp
services-supply = { $province } cung cấp trực tuyến { $services } ở { $level }, đạt { $share } thủ tục đủ điều kiện thuộc thẩm quyền.
services-supply-alone = { $province } cung cấp trực tuyến { $services } ở { $level }.
services-supply-share = { $province } đã đưa { $share } thủ tục đủ điều kiện lên { $level }.
services-supply-last = Số dịch vụ công trực tuyến của { $province } năm { $year } { $why ->
    [some] không có trong bảng này. Số liệu gần nhất ở bảng này
    [ended] không còn được đo theo { $level }. Số liệu cuối cùng
    [replaced] không còn được đo theo { $level }; được thay bằng chỉ tiêu “{ $successor }”. Số liệu cuối cùng
   *[all] chưa tìm thấy trong các nguồn đã đọc. Số liệu gần nhất
} ({ $last }): { $services } ở { $level }.
services-share-last = Tỷ lệ thủ tục đủ điều kiện đã lên { $level } ({ $last }): { $share }.
services-centre = Tại Trung tâm Phục vụ hành chính công của { $province }, { $share } thủ tục được cung cấp trực tuyến ({ $period }).
services-nothing-found = Kết quả cung cấp, sử dụng dịch vụ công trực tuyến và ký số của { $province } năm { $year }: chưa tìm thấy trong các nguồn đã đọc.
services-supply-unknown = Số dịch vụ công trực tuyến của { $province } năm { $year }: { $held ->
    [none] bảng này không có
   *[all] chưa tìm thấy trong các nguồn đã đọc
}.
services-unchanged = Con số { $value } đã xuất hiện trong một tin đăng { $period }.
services-payment = Chức năng thanh toán trực tuyến đã được tích hợp trên cả Cổng Dịch vụ công của tỉnh và Cổng Dịch vụ công quốc gia.
services-national-portal = Theo tin đăng { $period }, { $all } đã hoặc đang được tích hợp lên Cổng Dịch vụ công quốc gia: { $third } và { $fourth }.
services-national-portal-alone = { $all } đã hoặc đang được tích hợp lên Cổng Dịch vụ công quốc gia ({ $period }).
services-portals-unknown = Tình hình tích hợp với Cổng Dịch vụ công quốc gia và thanh toán trực tuyến của { $province } năm { $year }: { $held ->
    [none] bảng này không có
   *[all] chưa tìm thấy trong các nguồn đã đọc
}.
services-usage = Sử dụng
services-files-submitted-online = Trong { $period }, { $value } được nộp trực tuyến.
services-files-online-share = { $value } hồ sơ được nộp trực tuyến ({ $period }).
services-result = { $name }: { $value } ({ $period }).
# order: target year
services-share-not-reported = Tỉnh đặt mục tiêu { $target } hồ sơ nộp trực tuyến trong năm { $year }. Chưa tìm thấy kết quả cả năm trong các nguồn đã đọc, nên chưa biết có đạt mục tiêu hay không.
services-target-not-reported = { $name }: mục tiêu của tỉnh năm { $year } là { $target }. Chưa tìm thấy kết quả cả năm trong các nguồn đã đọc, nên chưa biết có đạt mục tiêu hay không.
services-use-unknown = Mức sử dụng dịch vụ công trực tuyến của { $province } năm { $year }: { $held ->
    [none] bảng này không có
   *[all] chưa tìm thấy trong các nguồn đã đọc
}.
services-signed = Ký số và xử lý công việc trên mạng
services-signing = Ký số văn bản điện tử đạt { $value }.
services-signing-first = Bộ Thông tin và Truyền thông đánh giá kết quả này đứng đầu cả nước; nguồn không nêu bao nhiêu đơn vị được so sánh.
services-routine = { $work ->
    [both] Gửi, nhận văn bản điện tử có ký số và xử lý hồ sơ công việc trên môi trường mạng đã đi vào nền nếp.
    [files] Xử lý hồ sơ công việc trên môi trường mạng đã đi vào nền nếp.
   *[signed] Gửi, nhận văn bản điện tử có ký số đã đi vào nền nếp.
}
services-signing-unknown = Kết quả ký số của { $province } năm { $year }: { $held ->
    [none] bảng này không có
   *[all] chưa tìm thấy trong các nguồn đã đọc
}.
services-country = So với cả nước
services-national-unknown = { $held ->
    [none] Bảng này không có số liệu cả nước
   *[all] Chưa tìm thấy trong các nguồn đã đọc cặp số liệu
} năm { $year } về dịch vụ công trực tuyến { $held ->
    [none] để so sánh.
   *[all] của tỉnh và của cả nước để so với nhau.
}
services-national-growth = Trên cả nước, tỷ lệ dịch vụ ở { $level } tăng từ { $first } lên { $last } tổng số dịch vụ công.
services-national-level-4 = Cũng theo nguồn này, { $share } dịch vụ công ở { $level } (nguồn không nêu mẫu số); đến { $day }, { $units } đã đưa toàn bộ dịch vụ đủ điều kiện lên { $units_level }.
services-bases-unknown = Nguồn không nêu số dịch vụ và số hồ sơ làm mẫu số của ba tỷ lệ này.
services-base-differs = Tỷ lệ của tỉnh tính trên thủ tục đủ điều kiện, tỷ lệ của cả nước tính trên mọi dịch vụ công: đặt cạnh nhau thì được, trừ cho nhau thì không.
services-behind = Điều kiện bảo đảm
services-foundations-caption = Các điều kiện bảo đảm đã báo cáo trong năm { $year }
services-foundations-unknown = Mức độ liên thông hệ thống và kiến trúc chính quyền điện tử của { $province } năm { $year }: { $held ->
    [none] bảng này không có
   *[all] chưa tìm thấy trong các nguồn đã đọc
}.
others-heading = Kết quả khác
others-caption = Kết quả khác của { $scope ->
    [own] { $province }
    [national] cả nước
   *[both] { $province } và của cả nước
}, mới có trong báo cáo này
others-national = Cả nước: { $name }
others-beside = cả nước { $value } ({ $period })
others-unknown = { $held ->
    [none] Bảng này không có kết quả mới công bố nào.
   *[all] Chưa biết { $province } có kết quả nào khác mới được công bố hay không.
}
national-shares-title = Cả nước: { $offered } dịch vụ công ở { $level }; { $used } dịch vụ trực tuyến có phát sinh hồ sơ
national-shares-subtitle = Tỷ lệ phần trăm, cả nước, năm { $year }; vạch ngắn là mục tiêu của năm
national-shares-description = Biểu đồ thanh, cả nước năm { $year }: { $offered } dịch vụ công đã lên { $level }, nhưng chỉ { $used } dịch vụ trực tuyến có phát sinh hồ sơ và { $files } hồ sơ được nộp trực tuyến.
national-shares-caption = Ba tỷ lệ của cả nước và mục tiêu năm
national-chosen-title = Cả nước: các tỷ lệ đã chọn, năm { $year }
national-chosen-subtitle = Phần trăm, cả nước, năm { $year }; vạch ngắn là mục tiêu của năm
national-chosen-description = Biểu đồ thanh, cả nước, năm { $year }: các tỷ lệ đã chọn và mục tiêu của năm; bảng ghi giá trị.
national-chosen-caption = Các tỷ lệ đã chọn của cả nước và mục tiêu của năm
bar-target = mục tiêu { $value }%
no-target = chưa tìm thấy mục tiêu

## 3. Vị trí DTI
dti-rank = DTI { $edition } xếp { $province } thứ { $rank }/{ $ranked }{ beside-derived }, { $behind ->
    [0] không đứng trên tỉnh, thành phố nào
   *[other] đứng trên { $behind } tỉnh, thành phố khác
} (phân vị thứ { $percentile }).
not-in-table = Bảng này không có { $province }, nên không so { $province } với các tỉnh, thành phố trong bảng.
dti-no-rank = Thứ hạng DTI của { $province } chưa có trong các nguồn của báo cáo này.
dti-no-edition = Đến ngày của báo cáo này, { $as_of }, chưa tìm thấy kỳ DTI nào trong các nguồn đã đọc.
dti-no-score = Chưa tìm thấy điểm số của { $province } trong các nguồn đã đọc, nên không tính được khoảng cách.
# order: score ranked mean difference
dti-mean-above = Tổng điểm { $score } trên thang một nghìn, cao hơn trung bình { $ranked } tỉnh, thành phố ({ $mean }) là { $difference } điểm.
# order: score ranked mean difference
dti-mean-below = Tổng điểm { $score } trên thang một nghìn, thấp hơn trung bình { $ranked } tỉnh, thành phố ({ $mean }) là { $difference } điểm.
dti-mean-equal = Tổng điểm { $score } trên thang một nghìn, đúng bằng trung bình { $ranked } tỉnh, thành phố ({ $mean }), chênh { $difference }.
dti-first = { $table ->
    [some] Trong bảng này không có tỉnh nào ở trên { $province }.
   *[whole] { $province } đứng đầu, không còn tỉnh, thành phố nào ở trên.
}
dti-gaps = { $table ->
    [some] Trong bảng này, xếp ngay trên là
   *[whole] Xếp ngay trên là
} { $above } (hạng { $above_rank }), hơn { $above_gap } điểm; dẫn đầu là { $leader }, hơn { $leader_gap } điểm.
# order: edition published ranked ranks
dti-coverage = Với DTI năm { $edition }, các nguồn của báo cáo công bố tổng điểm của { $published }/{ $ranked } và thứ hạng của { $ranks }/{ $ranked } tỉnh, thành phố. Số liệu của các tỉnh, thành phố còn lại chưa biết và không được điền thay.
dti-coverage-all = Với DTI năm { $edition }, tổng điểm của cả { $ranked } tỉnh, thành phố đều có trong các nguồn của báo cáo.
# order: province rank ranked above_rank above_gap leader_gap
ladder-title = { $province } hạng { $rank }/{ $ranked }, kém hạng { $above_rank } là { $above_gap } điểm{ $above_rank ->
    [1] { "" }
   *[other] , kém hạng đầu { $leader_gap } điểm
}
ladder-subtitle = Tổng điểm DTI { $edition } (thang { $scale_low }–{ $scale_high }), { $published }/{ $ranked } tỉnh, thành phố có điểm công bố
ladder-description = Biểu đồ thanh tổng điểm DTI { $edition }: { $province } hạng { $rank } với { $score } điểm; đứng đầu là { $first } với { $first_score }; trung bình { $ranked } tỉnh, thành phố là { $mean }.{ $gaps ->
    [yes] {" "}Đường chấm là chỗ có tỉnh chưa tìm thấy điểm.
   *[no] { "" }
}
ladder-first-title = { $province } dẫn đầu { $ranked } tỉnh, thành phố với { $score } điểm
ladder-first-subtitle = Tổng điểm DTI { $edition } (thang { $scale_low }–{ $scale_high }), { $published }/{ $ranked } tỉnh, thành phố có điểm công bố
ladder-first-description = Biểu đồ thanh tổng điểm DTI { $edition }: { $province } đứng đầu với { $score } điểm; trung bình { $ranked } tỉnh, thành phố là { $mean }.{ $gaps ->
    [yes] {" "}Đường chấm là chỗ có tỉnh chưa tìm thấy điểm.
   *[no] { "" }
}
ladder-some-title = { $province } hạng { $rank }/{ $ranked } với { $score } điểm
ladder-some-subtitle = Tổng điểm DTI { $edition } (thang { $scale_low }–{ $scale_high }) của { $shown } tỉnh, thành phố trong bảng này; { $published }/{ $ranked } có điểm công bố
ladder-some-description = Biểu đồ thanh tổng điểm DTI { $edition } của { $shown } tỉnh, thành phố: { $province } hạng { $rank } với { $score } điểm; trung bình { $ranked } tỉnh, thành phố là { $mean }. Đường chấm là chỗ có tỉnh không nêu ở đây.
ladder-without = Ở DTI năm { $edition }, dẫn đầu là { $first } với { $score } điểm trên thang một nghìn{ $mean ->
    [none] .
   *[other] ; trung bình { $ranked } tỉnh, thành phố là { $mean }.
}
ladder-mean = trung bình { $mean }
ladder-caption = Tổng điểm đã công bố
dti-tied = Cùng hạng này còn có { $names }.
dti-gaps-some = { $table ->
    [some] Trong bảng này, gần nhất ở phía trên và
   *[whole] Gần nhất ở phía trên và
} đã có tổng điểm công bố là { $above } (hạng { $above_rank }), hơn { $above_gap } điểm; dẫn đầu là { $leader }, hơn { $leader_gap } điểm.
# order: province rank ranked score
dti-own-scores = Bảng này có điểm đã sửa, nên hạng xếp lại theo điểm trong bảng: { $province } thứ { $rank }/{ $ranked } với { $score } điểm trên thang một nghìn.
dti-own-ranks = Bảng này có hạng đã sửa; theo hạng trong bảng, { $province } hạng { $rank }{ $score ->
    [none] , điểm chưa biết
   *[other] {" "}với { $score } điểm trên thang một nghìn
}.
dti-own-none-scores = Bảng này có điểm đã sửa và không có điểm của { $province }, nên { $province } không có hạng trong bảng.
dti-own-none-ranks = Bảng này có hạng đã sửa và không có hạng của { $province }.
dti-own-mean = So với trung bình { $ranked } tỉnh, thành phố có điểm trong bảng ({ $mean }): { $side ->
    [above] cao hơn { $difference } điểm
    [below] thấp hơn { $difference } điểm
   *[equal] bằng nhau, chênh { $difference } điểm
}.
dti-own-beside = { $where ->
    [above] Xếp ngay trên
    [below] Xếp ngay dưới
   *[leader] Dẫn đầu
}{ $scored ->
    [some] {" "}trong các tỉnh, thành phố có điểm
   *[all] { "" }
} là { $other } (hạng { $rank }), { $side ->
    [more] hơn { $gap } điểm
    [less] kém { $gap } điểm
   *[same] bằng điểm, chênh { $gap }
}.
ladder-own-title = Theo bảng đã sửa, { $province } hạng { $rank } với { $score } điểm
ladder-own-subtitle = Tổng điểm của { $shown } tỉnh, thành phố trong bảng sửa từ DTI { $edition } (thang { $scale_low }–{ $scale_high }), { $by ->
    [scores] xếp theo điểm trong bảng
   *[ranks] xếp theo hạng trong bảng
}
ladder-own-description = Biểu đồ thanh tổng điểm của { $shown } tỉnh, thành phố trong bảng sửa từ DTI { $edition }: { $province } hạng { $rank } với { $score } điểm; đứng đầu là { $first } với { $first_score }; trung bình của bảng là { $mean }.
ladder-own-mean = trung bình của bảng { $mean }
ladder-own-caption = Tổng điểm trong bảng đã sửa
mean-within = trung bình { $ranked } tỉnh
mean-of-all = Trung bình { $ranked } tỉnh
pillars-computed = Điểm và hạng trụ cột DTI năm { $edition } do báo cáo tính lại, không phải số đã công bố. Mỗi trụ cột gồm nhóm chỉ số nền tảng chung (nhận thức, thể chế, hạ tầng, nhân lực, an toàn thông tin) và chỉ số hoạt động của trụ cột đó; hạng chung không phải trung bình của hạng ba trụ cột.
pillars-heading = Ba trụ cột
pillars = { $table ->
    [some] Trong các trụ cột ở bảng này, hạng
   *[whole] Trong ba trụ cột, hạng
} tốt nhất là { $strong } ({ $strong_rank }/{ $ranked }), kém nhất là { $weak } ({ $weak_rank }/{ $ranked }).
pillars-both = { $one } và { $other }
pillars-unknown = Chưa biết đủ thứ hạng ba trụ cột của { $province } ở DTI năm { $edition }, nên chưa nói được trụ cột nào mạnh, trụ cột nào yếu.
pillars-even = Cả { $count } trụ cột đều ở hạng { $rank }/{ $ranked }.
pillars-listed = Hạng trụ cột nêu ở bảng này, trong { $ranked } tỉnh, thành phố: { $ranks }.
pillar-label = { $name } (hạng { $rank }/{ $ranked })
profile-title = { $province }: hạng tốt nhất ở { $strong } ({ $strong_rank }), kém nhất ở { $weak } ({ $weak_rank })
profile-subtitle = Điểm trụ cột DTI { $edition } (thang { $scale_low }–{ $scale_high })
profile-description = Biểu đồ điểm ba trụ cột DTI { $edition } của { $province }: { $strong } { $strong_score }, { $weak } { $weak_score } trong khi mức cao nhất đã biết của trụ cột này là { $weak_best }.
profile-even-title = { $province }: điểm ba trụ cột
profile-even-subtitle = Điểm trụ cột DTI { $edition } (thang { $scale_low }–{ $scale_high })
profile-even-description = Biểu đồ điểm các trụ cột DTI { $edition } của { $province }: cao nhất là { $strong } { $strong_score }, thấp nhất là { $weak } { $weak_score }.
profile-some-title = { $province }: điểm các trụ cột trong bảng này
profile-some-subtitle = Điểm trụ cột DTI { $edition } (thang { $scale_low }–{ $scale_high })
profile-some-description = Biểu đồ điểm các trụ cột DTI { $edition } của { $province } có trong bảng: cao nhất là { $strong } { $strong_score }.
profile-caption = Điểm trụ cột
profile-unknown = Chưa tìm thấy điểm trụ cột của { $province } trong các nguồn đã đọc.
fifths-leading = Ở DTI năm { $edition }, một phần năm đầu bảng có nhiều nhất là vùng { $region }: { $count } trong { $members } tỉnh, thành phố của vùng.
fifths-first = Một phần năm đầu bảng ở DTI năm { $edition }: { $names }.
fifths-known = Bản đồ có hạng của { $known }/{ $ranked } tỉnh, thành phố ở DTI năm { $edition }; ô viền đứt là nơi không có hạng ở đây.
fifths-title = { $province } ở { $fifth ->
    [1] một phần năm đầu bảng
    [2] một phần năm thứ hai
    [3] một phần năm giữa bảng
    [4] một phần năm thứ tư
   *[other] một phần năm cuối bảng
}{ $company ->
    [some] , cùng { $beside } trong { $others } nơi khác của vùng
    [none] , không nơi nào khác của vùng ở đó
   *[unknown] { "" }
}
fifths-subtitle = Hạng DTI { $edition } { $all ->
    [yes] của { $ranked } tỉnh, thành phố
    [table] của { $known }/{ $ranked } tỉnh, thành phố trong bảng
   *[no] của những tỉnh, thành phố đã tìm thấy hạng
}, chia thành năm nhóm; mỗi ô ghi tên viết tắt và hạng{ $basis ->
    [derived] {" "}(*: suy ra)
   *[printed] { "" }
}
fifths-description = Biểu đồ ô: bản đồ Việt Nam có Hoàng Sa và Trường Sa, mỗi tỉnh, thành phố một ô, chia theo năm nhóm hạng DTI { $edition }. { $province } hạng { $rank }/{ $ranked }; cùng nhóm: { $alone ->
    [yes] không nơi nào khác
   *[no] { $names }
}.
fifths-unknown-title = { $table ->
    [some] Bảng này không có hạng của { $province }
   *[whole] Chưa tìm thấy hạng của { $province } ở DTI năm { $edition }
}
fifths-unknown-subtitle = { fifths-subtitle }
fifths-unknown-description = Biểu đồ ô: bản đồ Việt Nam có Hoàng Sa và Trường Sa, mỗi tỉnh, thành phố một ô, chia theo năm nhóm hạng DTI { $edition }; có hạng của { $known }/{ $ranked } nơi, không có hạng của { $province }. Tốt nhất là { $best }, hạng { $best_rank }.
fifths-class = { $ends ->
    [one] hạng { $low }
   *[several] hạng { $low }–{ $high }
}
fifths-none = { $table ->
    [some] không có trong bảng
   *[whole] chưa tìm thấy hạng
}
fifths-caption = { explore-map-caption }
rank-derived = { $rank }*
# order: province strong strong_rank weak weak_rank
strip-title = { $province }: { $strong } hạng { $strong_rank }, { $weak } hạng { $weak_rank }{ $beside ->
    [below] , dưới trung bình
   *[other] { "" }
}
strip-subtitle = Điểm { $parts } DTI { $edition }, mỗi dòng trên thang { $points } điểm của riêng nó. { $known ->
    [all] Mỗi vạch là một tỉnh, thành phố.
   *[some] Mỗi vạch là một tỉnh, thành phố đã tìm thấy điểm.
} Bên phải: còn thiếu mấy điểm để lên hạng trên nếu nơi khác giữ nguyên.{ $basis ->
    [printed] { "" }
   *[computed] {" "}Hạng do báo cáo tính từ điểm đã công bố.
}
strip-description = Biểu đồ vạch: điểm { $parts } DTI { $edition } của { $province } giữa các tỉnh, thành phố. Tốt nhất là { $strong }, hạng { $strong_rank }/{ $ranked }; kém nhất là { $weak }, hạng { $weak_rank }/{ $ranked }{ $side ->
    [below] , { $weak_score } điểm trên { $points }, dưới trung bình { $weak_mean }
   *[other] { "" }
}.
strip-even-title = { $province }: hạng { $parts }
strip-even-subtitle = { strip-subtitle }
strip-even-description = Biểu đồ vạch: điểm { $parts } DTI { $edition } của { $province } giữa các tỉnh, thành phố: { $ranks }.
strip-some-title = { $province }: hạng { $parts } trong bảng này
strip-some-subtitle = { strip-subtitle }
strip-some-description = Biểu đồ vạch: điểm { $parts } DTI { $edition } trong bảng, của { $province } giữa các tỉnh, thành phố: { $ranks }.
strip-caption = Hạng và điểm { $parts }
strip-item = { $name } – hạng { $rank }
strip-pillars = từng trụ cột
strip-indexes = từng chỉ số
strip-rest = Phần nền tảng còn lại
strip-rank = hạng { $rank }
strip-gain = thêm { $gain } điểm
strip-goal = lên hạng { $rank }
strip-first = { $shared ->
    [yes] cùng đứng đầu
   *[no] đứng đầu
}
strip-mean = Trung bình { $ranked } tỉnh
strip-missing = Thiếu đến hạng trên (điểm trên { $points })
strip-key-each = một tỉnh
strip-key-mean = trung bình
gaps-heading = Khoảng cách do đâu
# order: province rival rank gap losses gains
gaps-behind = { $province } kém { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn: kém ở { $losses }; bù lại, hơn ở { $gains }.
# order: province rival rank gap losses
gaps-behind-by-losses = { $province } kém { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn: kém ở { $losses }; không hơn ở thành phần nào.
# order: province rival rank gap gains
gaps-behind-by-gains = { $province } kém { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn, nhưng điểm thành phần lại hơn ở { $gains }: khoảng cách nằm trong phạm vi làm tròn.
# order: province rival rank gap
gaps-behind-by-rounding = { $province } kém { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn trong khi mọi thành phần bằng nhau: khoảng cách nằm trong phạm vi làm tròn.
# order: province rival rank gap gains losses
gaps-ahead = { $province } hơn { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn: hơn ở { $gains }; kém ở { $losses }.
# order: province rival rank gap gains
gaps-ahead-by-gains = { $province } hơn { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn: hơn ở { $gains }; không kém ở thành phần nào.
# order: province rival rank gap losses
gaps-ahead-by-losses = { $province } hơn { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn, nhưng điểm thành phần lại kém ở { $losses }: khoảng cách nằm trong phạm vi làm tròn.
# order: province rival rank gap
gaps-ahead-by-rounding = { $province } hơn { $rival } (hạng { $rank }) { $gap } điểm trên thang một nghìn trong khi mọi thành phần bằng nhau: khoảng cách nằm trong phạm vi làm tròn.
gaps-some = { $province } { $side ->
    [behind] kém
   *[ahead] hơn
} { $rival } { $gap } điểm trên thang một nghìn; riêng các phần trong bảng này: { $parts }.
# order: province rival gap parts
gaps-chosen = Với trọng số đã chọn, { $province } { $side ->
    [behind] kém
   *[ahead] hơn
} { $rival } { $gap } điểm trên thang một nghìn: { $parts }.
gap-lost = kém ở { $parts }
gap-won = hơn ở { $parts }
gap-level = bằng nhau
gap-item = { $name } ({ $part })
gaps-leader = So với { $rival } dẫn đầu bảng, phần kém nhiều nhất là { $pillar }: { $part } trong tổng chênh lệch { $gap } điểm trên thang một nghìn.
gaps-title = So với { $rival }, { $pillar } là phần kéo { $province } xuống nhiều nhất
gaps-subtitle = Từng bước từ tổng điểm DTI { $edition } của tỉnh được so đến tổng điểm của { $province } (trọng số × chênh lệch điểm)
# order: edition province gap rival pillar part
gaps-description = Biểu đồ thác nước: tổng điểm DTI { $edition } của { $province } chênh { $gap } điểm so với { $rival }, riêng { $pillar } góp { $part }.
gaps-lead-title = So với { $rival }, { $pillar } là phần đưa { $province } lên nhiều nhất
gaps-lead-subtitle = { gaps-subtitle }
# order: edition province gap rival pillar part
gaps-lead-description = Biểu đồ thác nước: tổng điểm DTI { $edition } của { $province } chênh { $gap } điểm so với { $rival }, riêng { $pillar } góp { $part }.
gaps-even-title = { $province } và { $rival } chỉ khác nhau trong phần làm tròn: { $gap } điểm
gaps-even-subtitle = { gaps-subtitle }
gaps-even-description = Biểu đồ thác nước: tổng điểm DTI { $edition } của { $province } và { $rival } chênh { $gap }, do làm tròn.
gaps-some-title = { $province } so với { $rival }: { $gap } điểm, phần nào trong bảng này góp bao nhiêu
gaps-some-subtitle = { gaps-subtitle }
gaps-some-description = Biểu đồ thác nước: tổng điểm DTI { $edition } của { $province } chênh { $gap } điểm so với { $rival }; các phần không có trong bảng gộp thành một bước.
gaps-chosen-title = Với trọng số đã chọn, { $province } so với { $rival }: { $gap } điểm
gaps-chosen-subtitle = Từng bước từ tổng của tỉnh được so đến tổng của { $province }: trọng số đã chọn × chênh lệch điểm DTI { $edition }
gaps-chosen-description = Biểu đồ thác nước: với trọng số đã chọn, tổng tính từ điểm DTI { $edition } của { $province } chênh { $gap } điểm so với { $rival }.
gaps-caption = Phần của mỗi thành phần trong chênh lệch tổng điểm
gap-heading = So với { $rival } (hạng { $rank }): { $gap }
gap-heading-chosen = So với { $rival }, trọng số đã chọn: { $gap }
gap-heading-mean = So với trung bình { $ranked } tỉnh: { $gap }
gap-whole = Tổng chênh lệch
gap-rounding = Do làm tròn
gap-rest = Các phần không nêu ở bảng
gaps-unknown = Điểm thành phần của { $province } hoặc của nơi được so chưa tìm thấy trong các nguồn đã đọc, nên chưa tách được khoảng cách theo thành phần.
gaps-no-score = Chưa tách được khoảng cách của { $province } theo thành phần, vì tổng điểm của chính { $province } chưa tìm thấy trong các nguồn đã đọc.
gaps-mean = Điểm trung bình cả nước của từng trụ cột DTI năm { $edition } chưa tìm thấy trong các nguồn đã đọc, nên chênh lệch so với trung bình chưa tách được theo trụ cột.
gaps-mean-known = So với trung bình { $ranked } tỉnh, thành phố ở DTI năm { $edition }, { $province } chênh { $gap } điểm trên thang một nghìn; phần lớn nhất là { $pillar }: { $part }.
history-heading = Qua các kỳ
history-since-up = DTI năm { $edition }, { $province } lên { $places } bậc so với DTI năm { $before }: từ hạng { $old }{ beside-derived } lên hạng { $new }.
history-since-down = DTI năm { $edition }, { $province } tụt { $places } bậc so với DTI năm { $before }: từ hạng { $old }{ beside-derived } xuống hạng { $new }.
history-since-same = DTI năm { $edition }, { $province } giữ hạng { $new } như DTI năm { $before }{ beside-derived }.
history-since-unknown = Chưa biết hạng của { $province } ở DTI năm { $before }, nên chưa so được hạng DTI năm { $edition } với kỳ trước.
history-since-recounted = DTI năm { $edition }, { $province } ở hạng { $new }/{ $ranked }; DTI năm { $before }, ở hạng { $old }/{ $ranked_before }{ beside-derived }. Số tỉnh, thành phố được xếp hạng ở hai kỳ khác nhau, nên hạng không trừ cho nhau.
history-method = { $many ->
    [one] Cách tính đổi từ DTI năm { $editions }:
   *[many] Cách tính đổi ở DTI các năm { $editions }:
} hạng thì so được khi số tỉnh, thành phố được xếp như nhau, nhưng không trừ điểm của kỳ trước và kỳ sau khi đổi cho nhau.
history-first = DTI năm { $edition } là kỳ đầu tiên xếp hạng { $province }: hạng { $new }/{ $ranked }. Đơn vị này hoạt động từ ngày { $day }, hợp nhất từ { $count } tỉnh, thành phố có thứ hạng mới nhất là: { $ranks }. Các thứ hạng ấy không cộng, không lấy trung bình và không trừ cho nhau.
history-merged = { $province } hoạt động từ ngày { $day }, hợp nhất từ { $count } tỉnh, thành phố, và chưa có thứ hạng DTI của riêng mình. Thứ hạng mới nhất của các tỉnh, thành phố ấy: { $ranks }. Từ đó không tính ra được hạng của { $province }.
history-of = { $name } – hạng { $rank }/{ $ranked } (DTI { $edition }{ $moved ->
    [up] , lên từ hạng { $old } ở DTI năm { $earlier }
    [down] , xuống từ hạng { $old } ở DTI năm { $earlier }
    [same] , như DTI năm { $earlier }
   *[unknown] { "" }
})
history-among = { $rank }/{ $ranked }
history-of-unknown = { $name } – chưa biết hạng
history-title = { $many ->
    [one] Mới biết hạng của { $province } ở một kỳ: { $ranks }
   *[many] Hạng của { $province } qua các kỳ: { $ranks }
}
history-subtitle = Thứ hạng DTI trong { $ranked } tỉnh, thành phố, năm { $first } đến { $last }; vòng rỗng: chỉ biết hạng, chưa biết điểm
history-description = Biểu đồ đường thứ hạng DTI { $first }–{ $last }: { $province } hạng { $rank } ở kỳ mới nhất; đường bị ngắt ở kỳ chưa biết hạng, vạch dọc là lúc đổi cách tính.
history-recounted-title = { history-title }
history-recounted-subtitle = Thứ hạng DTI, năm { $first } đến { $last }; số tỉnh, thành phố được xếp hạng: { $counts }; vòng rỗng: chỉ biết hạng, chưa biết điểm
history-recounted-description = Biểu đồ đường thứ hạng DTI { $first }–{ $last }: { $province } hạng { $rank } ở kỳ mới nhất; đường bị ngắt ở kỳ chưa biết hạng hoặc khi số tỉnh, thành phố được xếp hạng thay đổi, vạch dọc là lúc đổi cách tính hoặc đổi số ấy.
history-merged-title = Tiền thân của { $province }: hạng { $places } (DTI { $edition })
history-merged-subtitle = { history-subtitle }
history-merged-description = Biểu đồ đường thứ hạng DTI { $first }–{ $last } của các tỉnh, thành phố hợp thành { $province }: { $ranks }; đường bị ngắt ở kỳ chưa biết hạng, vạch dọc là lúc đổi cách tính.
history-item = { $rank } ({ $edition }{ mark-derived })
history-change = đổi cách tính
history-recount = { $ranked } tỉnh
history-count = { $ranked } (từ DTI năm { $edition })
history-ended = { $name }: { $rank } ({ $edition })
history-caption = Thứ hạng theo kỳ; cách tính có thay đổi nên chỉ so hạng
history-one = DTI năm { $edition } là kỳ đầu tiên trong số liệu dùng ở đây: không có kỳ nào trước đó để so hạng.
history-few = Bảng này chỉ có hạng của một kỳ, nên không có kỳ nào khác để so.
history-unknown = Chưa có thứ hạng của { $province } để vẽ diễn biến qua các kỳ.
slopes-said = Từ DTI năm { $first } đến DTI năm { $last }, hạng từng trụ cột của { $province }: { $changes }.
slopes-change = { $moved ->
    [up] lên { $places } bậc ở { $pillar }
    [down] tụt { $places } bậc ở { $pillar }
   *[same] giữ nguyên ở { $pillar }
}{ $since ->
    [other] {" "}(từ DTI năm { $start })
   *[first] { "" }
}
slopes-title = Hạng từng trụ cột của { $province } từ DTI năm { $first } đến DTI năm { $last }
slopes-subtitle = Hạng trong { $ranked } tỉnh, thành phố, DTI { $first }–{ $last }{ $basis ->
    [computed] ; điểm rỗng: hạng do báo cáo tính
   *[printed] { "" }
}
slopes-description = Biểu đồ đường hạng từng trụ cột DTI { $first }–{ $last } của { $province }: { $listed }.
slopes-fell-title = Tụt nhiều nhất là { $pillar }: hạng { $ranks }
slopes-fell-subtitle = { slopes-subtitle }
slopes-fell-description = { slopes-description }
slopes-both-title = Tụt nhiều nhất là { $pillar } và { $other }: cùng { $places } bậc
slopes-both-subtitle = { slopes-subtitle }
slopes-both-description = { slopes-description }
slopes-risen-title = Không trụ cột nào của { $province } tụt hạng từ DTI năm { $first } đến DTI năm { $last }
slopes-risen-subtitle = { slopes-subtitle }
slopes-risen-description = { slopes-description }
slopes-item = { $pillar } – hạng { $ranks }
slopes-caption = Hạng từng trụ cột theo kỳ
value-computed = { $value } (báo cáo tính)
peers-heading = So với các tỉnh, thành phố khác
region-red-river-delta = Đồng bằng sông Hồng
region-northern-midlands-and-mountains = Trung du và miền núi phía Bắc
region-north-central-and-central-coast = Bắc Trung Bộ và Duyên hải miền Trung
region-central-highlands = Tây Nguyên
region-southeast = Đông Nam Bộ
region-mekong-delta = Đồng bằng sông Cửu Long
region-place = Trong { $members } tỉnh, thành phố vùng { $region }{ $table ->
    [some] { "" } nêu ở bảng này,
   *[whole] ,
} { $province } { $place ->
    [1] đứng đầu
   *[other] đứng thứ { $place }
} ở DTI năm { $edition }{ $all ->
    [yes] .
   *[no] ; đã biết hạng của { $known }/{ $members } tỉnh, thành phố.
}
# order: known members region edition province place
region-place-known = Trong { $known }/{ $members } tỉnh, thành phố vùng { $region } { $table ->
    [some] nêu ở bảng này và đã
   *[whole] đã
} biết hạng ở DTI năm { $edition }, { $province } đứng thứ { $place }; những tỉnh, thành phố chưa biết hạng có thể ở trên.
region-passed = Trong { $compared } tỉnh, thành phố khác của vùng { $region }{ $table ->
    [some] {" "}nêu ở bảng này
   *[whole] { "" }
} đã biết hạng ở cả DTI năm { $earlier } và DTI năm { $edition }, { $passed ->
    [above] vượt lên trên { $province } có { $above }
    [below] tụt xuống sau { $province } có { $below }
    [both] vượt lên trên { $province } có { $above }; tụt xuống sau có { $below }
   *[none] không nơi nào vượt lên trên hay tụt xuống sau { $province }
}.
region-item = { $name } { $way ->
    [up] (từ hạng { $before } lên hạng { $rank })
    [down] (từ hạng { $before } xuống hạng { $rank })
    [both] (hạng { $before }, nay hạng { $rank })
    [now] (hạng { $rank })
    [same] (giữ hạng { $rank })
   *[before] (kỳ trước hạng { $before })
}
region-up-title = Trong vùng, { $province } từ thứ { $before } lên thứ { $now ->
    [1] nhất
   *[other] { $now }
}
region-up-subtitle = { region-spread-subtitle }
region-up-description = { region-spread-description }
region-down-title = Trong vùng, { $province } từ thứ { $before ->
    [1] nhất
   *[other] { $before }
} xuống thứ { $now }
region-down-subtitle = { region-spread-subtitle }
region-down-description = { region-spread-description }
region-same-title = Trong vùng, { $province } vẫn đứng { $now ->
    [1] đầu
   *[other] thứ { $now }
} như DTI năm { $earlier }
region-same-subtitle = { region-spread-subtitle }
region-same-description = { region-spread-description }
region-spread-title = Vùng { $region }: { $all ->
    [yes] hạng
   *[no] hạng đã biết
} từ { $best } đến { $worst }
region-spread-subtitle = Hạng DTI { $edition } của { $all ->
    [yes] { $members }
   *[no] { $known }/{ $members }
} tỉnh, thành phố vùng { $region }{ $table ->
    [some] {" "}trong bảng
   *[whole] { "" }
}{ $moved ->
    [yes] ; vòng rỗng: hạng DTI { $earlier }
   *[no] { "" }
}{ $basis ->
    [derived] {" "}(*: suy ra)
   *[printed] { "" }
}
region-spread-description = Biểu đồ chấm hạng DTI { $edition } của các tỉnh, thành phố vùng { $region }: { $listed }.
region-ranks = { $rank } ({ $moved ->
    [same] giữ
   *[other] từ { $before }
})
region-of-edition = Hạng DTI { $edition }
region-moves-caption = Hạng của các tỉnh, thành phố vùng { $region }
region-places = { $moved ->
    [up] lên { $places }
    [down] xuống { $places }
   *[same] giữ nguyên
}
region-unknown = Chưa có thứ hạng của { $province } để so trong vùng { $region } (đã biết hạng của { $known }/{ $members } tỉnh, thành phố).
region-caption = Các tỉnh, thành phố vùng { $region } đã biết hạng, DTI { $edition }
region-not-known = Các nguồn của báo cáo không nêu những tỉnh, thành phố nào cùng vùng với { $province }, nên chưa so trong vùng.
alike-better = Trong { $shown } tỉnh, thành phố { $table ->
    [some] có trong bảng này
   *[whole] giống { $province } nhất về điểm trụ cột
}, { $every ->
    [yes] cả { $better } đều
   *[no] { $better } nơi
} có tổng điểm cao hơn, hơn nhiều nhất ở { $pillar }: trung bình { $difference } điểm, tương đương { $part } điểm trong tổng, trên thang một nghìn.
alike-none-better = Trong { $shown } tỉnh, thành phố { $table ->
    [some] có trong bảng này
   *[whole] giống { $province } nhất về điểm trụ cột
}, không nơi nào có tổng điểm cao hơn.
alike-nearest-better = Trong các tỉnh, thành phố có tổng điểm cao hơn, giống { $province } nhất là { $rival } (hạng { $rank }): hơn nhiều nhất ở { $pillar }, { $difference } điểm, tương đương { $part } điểm trong tổng, trên thang một nghìn.
alike-caption = Tỉnh, thành phố giống { $province } nhất về điểm trụ cột; ba cột cuối là điểm của từng nơi trừ điểm của { $province }
alike-note = Độ khác biệt là khoảng cách Euclid giữa ba điểm trụ cột DTI năm { $edition }: càng nhỏ càng giống. So được { $known }/{ $ranked } tỉnh, thành phố có đủ điểm ba trụ cột.
alike-unknown = Chưa biết điểm trụ cột của { $province }, nên chưa xác định được các tỉnh, thành phố giống nhất.
context-better = Trong { $shown } tỉnh, thành phố { $table ->
    [some] có trong bảng này
   *[whole] gần { $province } nhất về dân số và GRDP đầu người
}, { $every ->
    [yes] cả { $better } đều
   *[no] { $better } nơi
} có tổng điểm cao hơn, hơn nhiều nhất ở { $pillar }: trung bình { $difference } điểm, tương đương { $part } điểm trong tổng, trên thang một nghìn.
context-none-better = Trong { $shown } tỉnh, thành phố { $table ->
    [some] có trong bảng này
   *[whole] gần { $province } nhất về dân số và GRDP đầu người
}, không nơi nào có tổng điểm cao hơn.
context-nearest-better = Trong các tỉnh, thành phố có tổng điểm cao hơn, gần { $province } nhất về dân số và GRDP đầu người là { $rival } (hạng { $rank }): hơn nhiều nhất ở { $pillar }, { $difference } điểm, tương đương { $part } điểm trong tổng, trên thang một nghìn.
context-caption = Tỉnh, thành phố gần { $province } nhất về dân số và GRDP đầu người
context-unknown = Các nguồn của báo cáo không có dân số và GRDP đầu người năm { $edition }, nên chưa so được theo hai tiêu chí này.
# order: edition province
context-unknown-here = Dân số và GRDP đầu người năm { $edition } của riêng { $province } chưa tìm thấy trong các nguồn đã đọc, nên chưa so được với các tỉnh, thành phố theo hai số này.
income-correlation = hệ số tương quan hạng Spearman là { $correlation } (khoảng tin cậy { $level }: { $low } đến { $high }); chênh lệch GRDP đầu người ứng với { $explained } biến thiên của điểm (hệ số xác định)
income-with = Trong { $count } tỉnh, thành phố, GRDP đầu người cao hơn thường đi cùng tổng điểm DTI { $edition } cao hơn: { income-correlation }.
income-against = Trong { $count } tỉnh, thành phố, GRDP đầu người cao hơn thường đi cùng tổng điểm DTI { $edition } thấp hơn: { income-correlation }.
income-unclear = Trong { $count } tỉnh, thành phố, chưa có mối liên hệ rõ giữa GRDP đầu người và tổng điểm DTI { $edition }: { income-correlation }.
income-above-said = Với GRDP đầu người { $income } triệu đồng, tổng điểm của { $province } cao hơn { $size } điểm trên thang một nghìn so với mức ước tính theo GRDP đầu người; { $ahead } tỉnh, thành phố vượt mức ước tính của mình nhiều hơn.
income-below-said = Với GRDP đầu người { $income } triệu đồng, tổng điểm của { $province } thấp hơn { $size } điểm trên thang một nghìn so với mức ước tính theo GRDP đầu người; { $ahead } tỉnh, thành phố có kết quả tốt hơn so với mức ước tính của mình.
income-above-title = { $province } cao hơn { $size } điểm so với mức ước tính theo GRDP đầu người
income-above-subtitle = Tổng điểm DTI { $edition } (thang một nghìn) theo GRDP đầu người (triệu đồng, thang logarit), { $count } tỉnh, thành phố; nét đứt: mức ước tính
income-above-description = Biểu đồ phân tán { $count } tỉnh, thành phố, tổng điểm DTI { $edition } (thang một nghìn) theo GRDP đầu người: hệ số tương quan hạng { $correlation } (khoảng tin cậy { $low } đến { $high }); { $province } với { $income } triệu đồng chênh { $residual } điểm so với mức ước tính, { $ahead } tỉnh, thành phố vượt nhiều hơn.
income-below-title = { $province } thấp hơn { $size } điểm so với mức ước tính theo GRDP đầu người
income-below-subtitle = { income-above-subtitle }
income-below-description = { income-above-description }
income-caption = GRDP đầu người, tổng điểm và chênh lệch so với mức ước tính
income-caution = GRDP đầu người là tổng sản phẩm trên địa bàn chia cho số dân, không phải thu nhập của người dân; hai con số đi cùng nhau không có nghĩa số này là nguyên nhân của số kia, và số liệu một năm là quá ít để kết luận.

## 4. Triển vọng DTI
outlook-goal = Mục tiêu cho DTI năm { $next } là từ hạng { $goal } trở lên; ở DTI năm { $edition }, { $province } xếp hạng { $rank }.
outlook-no-goal = { $province } xếp hạng { $rank } ở DTI năm { $edition }; { $table ->
    [some] bảng này không có
   *[whole] các nguồn của báo cáo không nêu
} mục tiêu riêng cho kỳ tới.
outlook-no-rank = Chưa có thứ hạng DTI của { $province }, nên chưa nói được việc giữ hạng cần gì.
outlook-no-score = Điểm của { $province } chưa tìm thấy trong các nguồn đã đọc, nên chưa biết cách các hạng liền kề bao nhiêu điểm.
outlook-downwards = Xếp ngay sau là { $below } (hạng { $below_rank }), kém { $margin } điểm trên thang một nghìn.
outlook-downwards-gap = Phía dưới: điểm từ hạng { $first } đến hạng { $last } chưa tìm thấy trong các nguồn đã đọc. Nơi gần nhất có điểm là { $below } (hạng { $below_rank }), kém { $margin } điểm trên thang một nghìn; khoảng cách thật với hạng ngay dưới không lớn hơn mức này và có thể nhỏ hơn nhiều.
# order: loss pillar part below
loss = Nếu tổng điểm giảm { $loss } điểm{ $alone ->
    [none] ,
   *[one] , hoặc riêng { $pillar } giảm { $part } điểm,
} thì { $below } vượt lên khi các tỉnh, thành phố khác giữ nguyên.
# order: loss pillar part below
loss-at-most = Nếu tổng điểm giảm { $loss } điểm{ $alone ->
    [none] ,
   *[one] , hoặc riêng { $pillar } giảm { $part } điểm,
} thì chắc chắn { $below } vượt lên khi các tỉnh, thành phố khác giữ nguyên; giảm ít hơn vẫn có thể tụt hạng vì chưa biết điểm của các hạng ở giữa.
# order: goal loss pillar part passing below
loss-target = Mức từ hạng { $goal } trở lên chỉ còn giữ được nếu tổng điểm giảm dưới { $loss } điểm{ $alone ->
    [none] { "" }
   *[one] {" "}(hoặc riêng { $pillar } giảm dưới { $part } điểm)
} so với nơi khác: giảm đến đó thì { $passing } tỉnh, thành phố vượt lên, cuối cùng là { $below }.
# order: loss pillar part passing below goal
loss-target-at-most = Nếu tổng điểm giảm { $loss } điểm{ $alone ->
    [none] { "" }
   *[one] {" "}(hoặc riêng { $pillar } giảm { $part } điểm)
} so với nơi khác thì chắc chắn có { $passing } tỉnh, thành phố vượt lên, cuối cùng là { $below }, và mức từ hạng { $goal } trở lên không còn giữ được; giảm ít hơn vẫn có thể không giữ được, vì chưa biết điểm của các hạng ở giữa.
loss-unknown = Không biết tổng điểm của nơi nào xếp dưới { $province }, nên chưa nói được giảm bao nhiêu thì tụt hạng.
loss-no-score = Tổng điểm của chính { $province } chưa tìm thấy trong các nguồn đã đọc, nên chưa nói được giảm bao nhiêu thì tụt hạng.
loss-last = { $province } đứng cuối: không còn hạng nào ở dưới để tụt xuống.
climb-heading = Muốn lên hạng thì cần gì
climb = Muốn lên hạng { $rank }, tổng điểm phải tăng thêm { $gap } điểm so với nơi khác. { $table ->
    [some] Nếu chỉ nâng một thành phần trong bảng này,
   *[whole] Nếu chỉ nâng một thành phần,
} { $cheap } cần ít nhất: { $cheap_gain } điểm, { $cheap_reach ->
    [beyond] vượt mức cao nhất đã biết ({ $cheap_leader }), nên không thể chỉ trông vào thành phần này
   *[within] bằng { $cheap_share } khoảng cách đến mức cao nhất ({ $cheap_leader })
}. Tính theo khoảng cách đến mức cao nhất thì { $near } gần hơn: { $near_gain } điểm, { $near_reach ->
    [beyond] dù cũng vượt mức ấy
   *[within] chỉ bằng { $near_share } khoảng cách
} (cao nhất là { $near_leader }).
climb-one = Muốn lên hạng { $rank }, tổng điểm phải tăng thêm { $gap } điểm so với nơi khác. { $table ->
    [some] Nếu chỉ nâng một thành phần trong bảng này,
   *[whole] Nếu chỉ nâng một thành phần,
} { $cheap } cần ít nhất: { $cheap_gain } điểm, { $cheap_reach ->
    [beyond] vượt mức cao nhất đã biết ({ $cheap_leader }), nên không thể chỉ trông vào thành phần này
   *[within] bằng { $cheap_share } khoảng cách đến mức cao nhất ({ $cheap_leader })
}; tính theo khoảng cách đến mức cao nhất, đây cũng là bước ngắn nhất.
climb-total-only = Muốn lên hạng { $rank }, tổng điểm phải tăng thêm { $gap } điểm so với nơi khác; điểm thành phần của { $province } chưa tìm thấy trong các nguồn đã đọc, nên chưa biết nâng ở đâu là gần nhất.
climb-none-alone = Muốn lên hạng { $rank }, tổng điểm phải tăng thêm { $gap } điểm so với nơi khác: { $table ->
    [some] trong các thành phần ở bảng này, không thành phần nào
   *[whole] không thành phần nào
} của { $province } đủ nếu chỉ nâng riêng nó, dù đạt điểm tối đa.
climb-gap = Muốn lên hạng { $rank }, tổng điểm phải tăng thêm { $gap } điểm so với nơi khác.
climb-best-already = Muốn lên hạng { $rank }, tổng điểm phải tăng thêm { $gap } điểm so với nơi khác. { $table ->
    [some] Nếu chỉ nâng một thành phần trong bảng này,
   *[whole] Nếu chỉ nâng một thành phần,
} { $cheap } cần ít nhất: { $cheap_gain } điểm, dù { $province } đã có điểm cao nhất ở đó.
gains-caption = { $province }: số điểm cần thêm để lên { $aim ->
    [asked] hạng { $rank }
   *[next] hạng kế tiếp
  } và mức giảm làm tụt hạng, khi chỉ một thành phần thay đổi và các tỉnh, thành phố khác giữ nguyên
gain-all = Mọi thành phần như nhau
climb-caption = { $province }: số điểm cần thêm để lên từng hạng phía trên, tính theo tổng điểm hoặc chỉ ở một thành phần; dấu * là vượt mức cao nhất đã biết
climb-top = { $province } đứng đầu: không còn hạng nào ở trên.
climb-elsewhere = Chưa tính được bước lên thứ hạng muốn xem của { $province }: { $province } đã ở hạng đó hoặc tốt hơn, hoặc tổng điểm của hạng đó chưa tìm thấy trong các nguồn đã đọc.
climb-unknown = Chưa tính được { $province } cần thêm bao nhiêu điểm để lên hạng, vì tổng điểm cần so chưa tìm thấy trong các nguồn đã đọc.
climb-no-score = Chưa tính được { $province } cần thêm bao nhiêu điểm để lên hạng, vì tổng điểm của chính { $province } chưa tìm thấy trong các nguồn đã đọc.
firm-heading = Thứ hạng này vững đến mức nào
corners = Nếu chỉ tính một trụ cột, hạng trong { $ranked } tỉnh, thành phố sẽ là: { $ranks }.
corner = { $pillar } – hạng { $rank }
corners-unknown = Chưa biết thứ hạng trụ cột nào của { $province }.
firm-weights = Trọng số do người xây dựng chỉ số lựa chọn. Để thử, báo cáo mô phỏng { $draws } bộ trọng số ngẫu nhiên quanh { $basis ->
    [fitted] mức đang dùng
   *[printed] mức chính thức
}; xét riêng từng trọng số, { $share } số lần mô phỏng nằm trong: { $weights }.
weight-range = { $name } { $low }–{ $high } ({ $basis ->
    [fitted] đang dùng
   *[printed] chính thức
} { $weight })
firm-among = DTI năm { $edition } chỉ có { $known }/{ $ranked } tỉnh, thành phố đủ điểm thành phần. Vì thế, hạng khi đổi trọng số chỉ là hạng trong { $known } tỉnh, thành phố ấy: nơi ngoài danh sách có thể vượt { $province }, nên hạng thật chỉ có thể bằng hoặc kém hơn.
firm-among-alone = DTI năm { $edition } chỉ có { $known }/{ $ranked } tỉnh, thành phố đủ điểm thành phần, nhưng hạng từng trụ cột trong { $ranked } tỉnh, thành phố cho thấy: ngoài { $known } tỉnh, thành phố ấy, không nơi nào có thể vượt { $province }, dù đổi trọng số thế nào.
weights-carried = Trọng số của DTI năm { $edition } chưa đọc được trong văn bản nào, nên được giữ như DTI năm { $earlier }; trọng số kỳ ấy được suy ra từ { $rows } hàng công bố đủ điểm thành phần.{ $full ->
    [0] { "" }
   *[other] { " " }Tính theo đó, tổng điểm DTI năm { $edition } lệch nhiều nhất { $largest }.
} Những gì dựa vào các trọng số này là số tính lại.
weights-fitted = Trọng số của DTI năm { $edition } không đọc được trong văn bản của bộ, mà được suy ra từ { $rows } hàng công bố đủ điểm thành phần; tổng điểm tính theo đó lệch nhiều nhất { $largest }. Những gì dựa vào các trọng số này là số tính lại.
firm-block = { $detailed ->
    [0] Điểm riêng của { $count } chỉ số nền tảng chung chưa tìm thấy ở tỉnh, thành phố nào
   *[other] { $count } chỉ số nền tảng chung mới tìm thấy điểm riêng của { $detailed }/{ $ranked } tỉnh, thành phố
}, nên ở đây cả nhóm chỉ số nền tảng chung được đổi trọng số như một khối.
firm-unknown = Điểm thành phần của { $province } chưa tìm thấy trong các nguồn đã đọc, nên chưa thử được thứ hạng với trọng số khác.
firm-bounds = Xét cả { $ranked } tỉnh, thành phố, hạng từng trụ cột đã công bố cho biết chắc chắn: dù đổi trọng số thế nào, kết quả tốt nhất mà { $province } có thể đạt nằm ở { $best }, kém nhất nằm ở { $worst }.
firm-any = Với mọi cách đặt trọng số, kết quả luôn là { $extremes } (tính chính xác, không phải ước lượng).
firm-all-said = Trong { $draws } lần mô phỏng, { $province } giữ đúng hạng { $rank } ở { $same } số lần{ $reached ->
    [no] { "" }
   *[yes] {" "}và ở trong { $top } hạng đầu ở { $within }
}; ít nhất { $share } số lần rơi vào { $middle }. { firm-any }
firm-some-said = Trong { $draws } lần mô phỏng, { $province } giữ đúng hạng { $rank } trong { $known } tỉnh, thành phố ở { $same } số lần; ít nhất { $share } số lần rơi vào { $middle }. { firm-any }
firm-fixed-said = Trong { $draws } lần mô phỏng cũng như với mọi trọng số khác, { $province } luôn ở hạng { $rank } trong { $known } tỉnh, thành phố.
firm-all-title = Khi thử đổi trọng số, { $province } ở trong { $top } hạng đầu ở { $within } số lần mô phỏng
firm-all-subtitle = Tỷ lệ số lần tỉnh đứng ở từng hạng trong { $draws } lần mô phỏng trọng số, DTI { $edition }, { $known } tỉnh, thành phố
firm-all-description = Biểu đồ cột DTI { $edition }: { $province } giữ đúng hạng { $rank } ở { $same } số lần mô phỏng; ít nhất { $share } số lần rơi vào { $middle }, còn với mọi trọng số là { $extremes }.
firm-wide-title = Khi thử đổi trọng số, { $province } ở { $middle } trong ít nhất { $share } số lần
firm-wide-subtitle = { firm-all-subtitle }
firm-wide-description = { firm-all-description }
firm-some-title = Trong { $known } tỉnh có đủ điểm, khi đổi trọng số, { $province } ở từ hạng { $best } đến { $worst }
firm-some-subtitle = Tỷ lệ số lần tỉnh đứng ở từng hạng trong { $draws } lần mô phỏng trọng số, DTI { $edition }, chỉ tính { $known } tỉnh, thành phố có điểm được công bố
firm-some-description = Biểu đồ cột DTI { $edition }, trong { $known } tỉnh, thành phố có điểm được công bố: { $province } giữ đúng hạng { $rank } ở { $same } số lần mô phỏng; ít nhất { $share } số lần rơi vào { $middle }, còn với mọi trọng số là { $extremes }.
firm-caption = Tỷ lệ số lần mô phỏng ở từng hạng
span-drawn = Ít nhất { $share } số lần mô phỏng: { $ranks }
span-any = Với mọi trọng số: { $ranks }
rank-one = hạng { $rank }
rank-range = hạng { $low } đến { $high }
firm-facts = Những điều chắc chắn, không cần mô phỏng
always-above = Dù đổi trọng số thế nào, { $province } vẫn xếp sau { $names } ({ $table ->
    [some] trong { $rows } nơi ở bảng này
   *[whole] trong { $known } tỉnh, thành phố
}).
always-above-many = Có { $number }/{ $table ->
    [some] { $rows } tỉnh, thành phố trong bảng này
   *[whole] { $known } tỉnh, thành phố
} luôn đứng trên { $province }, dù đổi trọng số thế nào.
always-above-none = Trong { $known } tỉnh, thành phố, không nơi nào luôn đứng trên { $province } với mọi trọng số.
always-below = Dù đổi trọng số thế nào, { $province } vẫn xếp trước { $names } ({ $table ->
    [some] trong { $rows } nơi ở bảng này
   *[whole] trong { $known } tỉnh, thành phố
}).
always-below-many = Có { $number }/{ $table ->
    [some] { $rows } tỉnh, thành phố trong bảng này
   *[whole] { $known } tỉnh, thành phố
} luôn đứng dưới { $province }, dù đổi trọng số thế nào.
always-below-none = Trong { $known } tỉnh, thành phố, không nơi nào luôn đứng dưới { $province } với mọi trọng số.
rounding-sure = Điểm công bố được làm tròn đến bốn chữ số thập phân; sai số làm tròn không đủ lớn để làm thay đổi thứ hạng.
rounding-open = Do điểm công bố đã làm tròn, thứ hạng có thể từ { $low } đến { $high }.
without-one = Nếu bỏ một thành phần khỏi tổng điểm, hạng trong { $known } tỉnh, thành phố sẽ là (theo thành phần bị bỏ): { $ranks }.
driver = Trong mô phỏng, { $table ->
    [some] xét các trọng số ở bảng này, trọng số của
   *[whole] trọng số của
} { $pillar } ảnh hưởng đến thứ hạng nhiều nhất: { $share } biến động của thứ hạng, kể cả tác động chung với trọng số khác.
drivers = Phần của mỗi trọng số trong biến động của thứ hạng (chỉ số độ nhạy Sobol, ± nửa khoảng tin cậy { $level })
plus-minus = { $value } ± { $half }
outlook-around = Các hạng liền kề
neighbours-known = Trong { $count } hạng { $table ->
    [some] ở bảng này, quanh
   *[whole] liền kề
} { $province }, đã tìm thấy tên của { $named } nơi và tổng điểm của { $scored } nơi.
neighbours-tie = Các nguồn khác nhau xếp những nơi khác nhau ở hạng { $rank } ({ $names }); không nguồn nào ở đây xác nhận cả hai.
neighbours-caption = { $each ->
    [5] Năm hạng trên và năm hạng dưới
   *[other] { $each } hạng trên và { $each } hạng dưới
  } { $province }, DTI { $edition }
neighbours-caption-some = Các hạng trong bảng này, quanh { $province }, DTI { $edition }
neighbours-no-other = Bảng này không có hạng nào ngoài hạng của { $province }.
neighbours-none = Chưa có thứ hạng của { $province } để nêu các hạng liền kề.
rank-targets-heading = Mục tiêu về thứ hạng
rank-reserve = Mục tiêu thứ hạng tốt nhất { $table ->
    [some] trong bảng này
   *[whole] đã đề ra
} là hạng { $goal } ({ $dues }); hạng { $rank } hiện nay { $places ->
    [0] vừa đạt, không dư bậc nào
   *[other] đạt và còn dư { $places } bậc
}.
rank-short = Mục tiêu thứ hạng tốt nhất { $table ->
    [some] trong bảng này
   *[whole] đã đề ra
} là hạng { $goal } ({ $dues }); hạng { $rank } hiện nay còn thiếu { $places } bậc.
rank-targets-title = Ở hạng { $rank }, { $province } đang đạt { $reach ->
    [all] cả { $count }
   *[some] { $holding } trong { $count }
} mục tiêu về thứ hạng { $table ->
    [some] trong bảng này
   *[whole] (chưa đến hạn đánh giá)
}
rank-targets-subtitle = Thứ hạng DTI trong { $ranked } tỉnh, thành phố; chấm tròn là DTI năm { $edition }, dải nền là vùng đạt mục tiêu
rank-targets-description = Biểu đồ cột theo mốc thời gian: { $province } hạng { $rank } ở DTI năm { $edition }; { $count } mục tiêu về hạng đến năm { $last_due }, hiện đang đạt { $holding }.
rank-targets-caption = Các mục tiêu về thứ hạng DTI
rank-targets-none = { $ranked ->
    [yes] Chưa tìm thấy mục tiêu thứ hạng của { $province } để đối chiếu.
   *[no] Chưa biết thứ hạng của { $province }, nên chưa đối chiếu được với mục tiêu.
}
rank-targets-caution = Đây là thứ hạng, không phải điểm: giữ nguyên điểm mà nơi khác vượt lên thì vẫn tụt hạng.
rank-today = hạng { $rank }
rank-target = hạng { $rank }

## 5. Hạn chế, nhiệm vụ, mục tiêu
agenda-finding = Trong { $limitations } hạn chế { $held ->
    [some] ở bảng này
   *[all] Ban Chỉ đạo nêu
}, { $direct } có nhiệm vụ khắc phục trực tiếp, { $part } mới được xử lý một phần, { $none ->
    [0] không hạn chế nào bị bỏ ngỏ.
   *[other] còn { $none } hạn chế chưa có nhiệm vụ riêng để khắc phục: { $names }.
}
agenda-none-here = Bảng này không có hạn chế nào trong { $count } hạn chế Ban Chỉ đạo nêu.
agenda-unknown = Các nguồn của báo cáo không có bản đánh giá nào của Ban Chỉ đạo về năm { $year }, nên chưa biết hạn chế của { $province } trong năm và nhiệm vụ Ban Chỉ đạo giao cho năm sau.
limitations-caption = Từng hạn chế và nhiệm vụ khắc phục
agenda-reading = Việc gắn nhiệm vụ với hạn chế là nhận định của báo cáo này, không phải của Ban Chỉ đạo. Nguồn liệt kê hạn chế theo lối để ngỏ, có thể chưa đủ.
extent-direct = Trực tiếp
extent-part = Một phần
extent-none = Chưa có
answers-none = Chưa có nhiệm vụ riêng
answer = { $item }: { $reason }.
agenda-work = Việc được giao
agenda-instructions = Yêu cầu với các sở, ngành, huyện, thành phố
agenda-tasks = Nhiệm vụ trọng tâm
agenda-goals = Mục tiêu phấn đấu
agenda-no-tasks = Nhiệm vụ của { $province } sau năm { $year } do Ban Chỉ đạo giao: { $held ->
    [none] bảng này không có
   *[all] chưa biết
}.
agenda-unlinked = { $count } trong { $tasks } nhiệm vụ { $held ->
    [some] ở bảng này{" "}
   *[all] { "" }
}không gắn với hạn chế nào đã nêu: { $names }. Đó là việc phát triển thêm, không phải việc khắc phục.
agenda-followed-heading = Theo dõi nội dung đã nêu khi đánh giá năm { $year }
agenda-followed = Trong các nguồn của báo cáo, lần gần nhất Ban Chỉ đạo nêu hạn chế và nhiệm vụ là khi đánh giá năm { $year }{ $held ->
    [some] ; trong số đó, bảng này có
   *[all] :
} { $goals } mục tiêu phấn đấu, { $tasks } nhiệm vụ, { $limitations } hạn chế. Mục tiêu có con số được đối chiếu ở phần “Mục tiêu và thời hạn”; các nguồn chưa kết luận nhiệm vụ nào đã hoàn thành, hạn chế nào đã được khắc phục.
agenda-followed-caption = { $held ->
    [some] Một số nội dung
   *[all] Mục tiêu phấn đấu, nhiệm vụ và hạn chế
} nêu khi đánh giá năm { $year }, tình hình đến nay
followed-not-reported = { $held ->
    [none] không có trong bảng mục tiêu
   *[all] chưa tìm thấy kết luận
}
kind-goal = Mục tiêu phấn đấu
kind-task = Nhiệm vụ
kind-limitation = Hạn chế
agenda-plan = Kế hoạch phối hợp
agenda-aims = Mục đích
agenda-fields = Lĩnh vực
agenda-no-plan = Kế hoạch phối hợp mới của { $province }: { $held ->
    [none] bảng này không có
   *[all] chưa biết
}.
agenda-promises = Mục tiêu và thời hạn
agenda-no-targets = { $held ->
    [none] Bảng này không có
   *[all] Các nguồn của báo cáo không nêu
} mục tiêu nào của { $province }.
targets-tally = Trong { $count } mục tiêu đã ghi nhận{ $held ->
    [some] {" "}ở bảng này
   *[all] { "" }
}, đề ra trước báo cáo này: { $parts }.
tally-due = { $count } { $when ->
    [closing] có hạn đến hết năm tỉnh kết thúc
   *[past] đã đến hạn
} ({ $standing })
tally-ahead = { $count } { $when ->
    [closing] có hạn sau đó
   *[past] chưa đến hạn
} ({ $standing })
tally-met = { $count } đạt
tally-missed = { $count } không đạt
tally-waiting = { $count } chờ số liệu của kỳ đến hạn
tally-silent = { $count } chưa tìm thấy số liệu
tally-vague = { $count } có số liệu nhưng chưa đủ chính xác để kết luận
tally-holding = { $count } hiện đang đạt
tally-behind = { $count } hiện chưa đạt
tally-ahead-silent = { $count } chưa tìm thấy số liệu
tally-ahead-vague = { $count } có số liệu nhưng chưa đủ chính xác để so
targets-inherited = { $former } đã đề ra { $count } mục tiêu có trong các nguồn đã đọc; đây là mục tiêu của { $former }, không phải của { $province }: { $parts }.
targets-inherited-caption = Mục tiêu của { $former } đã có kết quả để đối chiếu
targets-caption = Mục tiêu đã có kết quả để đối chiếu
target-earlier = { $text }; số gần nhất: { $value } ({ $period })
agenda-silent = Mục tiêu chưa tìm thấy kết quả
targets-silent-caption = Mục tiêu chưa tìm thấy kết quả của kỳ đến hạn trong các nguồn đã đọc: chưa biết còn cách bao xa

## Phụ lục
method-point-in-time = Thời điểm. Báo cáo chỉ dùng những gì đã công bố đến hết ngày { $as_of }; điều công bố sau ngày đó không có ở đây. Với tài liệu đọc qua bản chép, ngày ghi ở mục Nguồn có thể là ngày lập bản chép, muộn hơn ngày công bố.
method-precision = Độ chính xác. Con số giữ nguyên mức chính xác của nguồn: số gần đúng ghi “gần”, “khoảng” hay “hơn” và không được so như số chính xác. Trong bảng, điểm và chênh lệch điểm ghi đến bốn chữ số thập phân như điểm công bố; trong câu, đổi sang thang một nghìn và ghi đến một chữ số thập phân, phần nào nhỏ hơn nữa thì ghi thêm chữ số.
method-unknown = Điều chưa biết. “Chưa tìm thấy” nghĩa là không có trong { $sources } nguồn đã đọc cho báo cáo này, không có nghĩa là không ai công bố. “Không còn đo”, “không xếp hạng” và “nguồn cho biết chưa công bố” chỉ viết khi nguồn nói vậy. Giá trị không có nguồn được để trống và nói rõ; không ước tính, không điền thay. “(Suy ra)” là giá trị tính từ điều nguồn nêu, chẳng hạn từ hạng hiện nay và số bậc đã tăng.
method-finding = Điều nổi bật. Câu mở đầu nêu chỉ số thành phần có hạng tốt nhất và chỉ số có hạng kém nhất, trong những chỉ số đã biết hạng. Nếu qua các kỳ một trụ cột tụt từ năm bậc trở lên và nhiều bậc hơn khoảng cách từ hạng kém nhất ấy đến hạng chung, câu mở đầu nêu trụ cột ấy thay cho chỉ số kém nhất. Cách chọn giống nhau cho mọi tỉnh, mọi năm; nơi từ ba chỉ số trở lên cùng hạng tốt nhất, hoặc cùng hạng kém nhất, thì chỉ nêu có mấy chỉ số như vậy.
method-own-reading = Nhận định. Mức độ nhiệm vụ khắc phục hạn chế và các phép tính chênh lệch là của báo cáo này.
method-dti = Chỉ số. DTI { $edition } (công bố ngày { $published }) là chỉ số tổng hợp có trọng số: { $weights }. Phần của một thành phần trong chênh lệch bằng trọng số nhân với chênh lệch điểm của thành phần đó.
appendix-table = Bảng DTI { $edition } mà báo cáo dựa vào
appendix-table-caption = Điểm và hạng (trong ngoặc), DTI { $edition }: theo nguồn đã công bố, riêng số có dấu † do báo cáo tính lại; dấu – là chưa tìm thấy
appendix-table-near = Bảng dưới đây chỉ nêu các đơn vị đứng đầu, đứng cuối và ở gần { $province }; { $left } trong { $count } đơn vị không nêu ở đây. Tệp dữ liệu dti_scores.csv có mọi số liệu đã công bố.
proof = Kiểm chứng: { $holds }/{ $count } tổng điểm có đủ điểm thành phần được tính lại đúng từ các thành phần; sai lệch lớn nhất { $largest }, trong phạm vi làm tròn.
proof-none = Kiểm chứng: DTI năm { $edition } không có hàng nào đủ thành phần để tính lại tổng điểm.
method-firmness = Độ vững của thứ hạng. Các bộ trọng số được mô phỏng ngẫu nhiên quanh trọng số đang dùng (phân phối Dirichlet, số khởi tạo cố định); hạng tốt nhất và kém nhất với mọi trọng số được tính chính xác bằng quy hoạch nguyên; cách làm theo cẩm nang của OECD và JRC về chỉ số tổng hợp.
proof-part = { $holds }/{ $count } tổng điểm chỉ có một số thành phần công bố nên không tính lại được, chỉ được đối chiếu với hai giới hạn: phần còn lại của tổng nằm trong mức mà các thành phần chưa biết có thể thêm. Phần lớn chữ số sai ở riêng một thành phần sẽ không bị cách kiểm chứng này phát hiện.
proof-computed = Điểm nhóm chỉ số nền tảng chung và điểm trụ cột của { $provinces } tỉnh, thành phố được tính lại từ các chỉ số đã công bố (dấu †); { $agree }/{ $printed } hàng trụ cột có công bố khớp với kết quả tính.
proof-computed-alone = Điểm nhóm chỉ số nền tảng chung và điểm trụ cột của { $provinces } tỉnh, thành phố được tính lại từ các chỉ số đã công bố (dấu †).
quality-proven = Nội dung đã kiểm chứng
quality-numbers = Từng con số. Khi dựng trang, cả { $numbers } con số của bản tiếng Việt này được dò về gốc; số nào không khớp với dòng dữ liệu, phép tính hay nguồn của nó thì trang không được phát hành. { $published } số lấy nguyên từ một dòng dữ liệu, { $calculated } số do phép tính; chúng dựa vào { $rows } dòng dữ liệu và { $sources } nguồn. Tệp CSV cạnh trang này nêu từng số cùng phép tính, các dòng (dấu * thay cho nhiều dòng) và nguồn của nó, nếu có; số đếm trong mục này là do trang tự đếm.
quality-totals = Tổng điểm DTI. Trong { $held } tổng điểm so được với các thành phần ở bảng chính của mỗi kỳ, { $recomputed } tổng được tính lại từ đủ mọi thành phần, lệch nhiều nhất { $largest } (do làm tròn){ $bounded ->
    [0] .
   *[other] ; { $bounded } tổng chỉ được đối chiếu với hai giới hạn vì thiếu thành phần.
}
quality-totals-bounds = Tổng điểm DTI. Không tổng nào có đủ thành phần để tính lại; { $held } tổng chỉ được đối chiếu với hai giới hạn.
quality-totals-none = Tổng điểm DTI. Chưa tìm thấy tổng nào kèm điểm thành phần, nên không tính lại được tổng nào.
quality-digits = Độ nhạy. Thử làm sai từng chữ số trong các điểm so được của DTI { $edition }, mỗi lần một chữ số: phép kiểm chứng tổng điểm và hạng phát hiện trung bình { $noticed } số lần; lần nào thiếu điểm thành phần để so, hay sai lệch quá nhỏ, thì chỉ thấy được khi đối chiếu với nguồn.
quality-digits-none = Độ nhạy. DTI { $edition } chưa tìm thấy tổng điểm nào kèm điểm thành phần: phép kiểm chứng tổng điểm không phát hiện được chữ số sai nào ở đó.
quality-facts = Số liệu đối chứng. { $agree } trên { $held } con số do { $documents } tài liệu khác in khớp với dữ liệu; { $own ->
    [0] không số nào nói về { $province } với địa giới của năm báo cáo.
   *[other] { $own } số trong đó nói về { $province }.
}
quality-facts-none = Số liệu đối chứng. Đến ngày chốt số liệu, chưa tìm thấy con số nào do tài liệu khác in để so với dữ liệu.
quality-second = Nguồn thứ hai. Trong { $known } kết quả của { $province }, { $seconded ->
    [0] chưa kết quả nào
   *[other] { $seconded }
} có nguồn thứ hai xác nhận, { $single } chỉ có một nguồn{ $differing ->
    [0] .
   *[other] , { $differing } có các nguồn không khớp nhau.
}
quality-differing = Chỗ các nguồn không khớp nhau: { $listed }. Khi cần dùng, trang lấy số nêu trước: ưu tiên số in sẵn hơn số suy ra; cùng loại thì lấy số biết sớm hơn.
quality-other = { $name } ({ $period }): { $here } và { $other }
quality-coverage = Phạm vi số liệu
quality-edition = DTI { $edition }: biết hạng của { $ranks } và tổng điểm của { $scores } trên { $ranked } tỉnh, thành phố; { $whole ->
    [0] chưa tìm thấy đủ điểm thành phần của nơi nào.
   *[other] { $whole } nơi có đủ điểm mọi thành phần.
}
quality-unscored = Chưa tìm thấy tổng điểm của { $province } trong DTI { $edition }.
quality-no-edition = DTI: đến ngày chốt số liệu chưa có bảng nào được công bố.
quality-results = Kết quả của { $province }: { $known } kết quả về { $indicators } chỉ tiêu, từ năm { $first } đến năm { $last }; { $current ->
    [0] không kết quả nào thuộc năm báo cáo.
   *[other] { $current } kết quả thuộc năm báo cáo.
}
quality-no-results = Kết quả của { $province } ngoài DTI: chưa tìm thấy trong { $sources } nguồn đã đọc.
quality-sources = Nguồn: { $read } tài liệu dùng được đến { $as_of }; { $undated } tài liệu không ghi ngày, nên ngày bắt đầu dùng được lấy muộn để thận trọng; { $copied } tài liệu đọc qua bản chép.
quality-limits = Giới hạn đã biết
quality-blind = Phép kiểm chứng không thấy được: số sai mà vẫn hợp với mọi số quanh nó; chỗ chính nguồn in sai; chỗ người nhập hiểu sai nguồn; điều nguồn có mà chưa ai nhập. Kết quả chỉ có một nguồn thì chỉ chắc bằng nguồn ấy.
quality-derived = { $derived } kết quả của { $province } được suy ra từ lời của nguồn, không in sẵn ở đó.
quality-inexact = { $inexact } kết quả của { $province } là số gần đúng hoặc giới hạn, không phải số chính xác.
quality-fitted = Trọng số của DTI { $edition } được suy ra từ các hàng công bố đủ thành phần, chưa tìm thấy trong văn bản nào; vì thế tổng điểm tính lại của kỳ ấy không phải là kiểm chứng độc lập.
quality-errors = Khi phát hiện sai sót
quality-office = Xin báo cho nơi đã gửi trang này, hoặc { $office } { $province } (đơn vị lập báo cáo) hay cơ quan kế tục.
quality-no-office = Xin báo cho nơi đã gửi trang này.
quality-what = Xin kèm câu có con số ấy; nếu được, cả số thứ tự của nguồn và tên dòng trong tệp CSV cạnh trang.

## Khám phá (notebooks/explore.ipynb)
explore-edition = Kỳ DTI
explore-province = Tỉnh, thành phố
explore-rival = Tỉnh để so
explore-official = Trở về trọng số chính thức
explore-ranks = Với trọng số { $weights }, { $province } đứng hạng { $own } và { $rival } hạng { $other } trong { $known } tỉnh, thành phố đủ điểm thành phần; với trọng số chính thức là { $own_official } và { $other_official }.
explore-among = Kỳ này chỉ { $known }/{ $ranked } tỉnh, thành phố đủ điểm thành phần: hạng ở đây là hạng trong số đó.
explore-waterfall-title = { $province } so với { $rival }: { $gap }
explore-waterfall-subtitle = Từng bước từ tổng điểm của { $rival } đến tổng điểm của { $province }, DTI { $edition }, với trọng số đang chọn
explore-waterfall-description = Biểu đồ thác nước: tổng điểm DTI { $edition } của { $province } trừ tổng điểm của { $rival } là { $gap } với trọng số đang chọn.
explore-caption = Hạng với trọng số đang chọn, quanh { $province }
explore-zero = Mọi trọng số đều là { $zero }: hãy tăng ít nhất một trọng số.
explore-against = Đặt cạnh
explore-against-one = một tỉnh, thành phố
explore-against-region = vùng của tỉnh
explore-against-chosen = các tỉnh, thành phố tự chọn
explore-chosen = Các tỉnh, thành phố
explore-now-province = Kỳ này không có { $before }, hoặc chưa đủ điểm thành phần của nơi đó: đang xem { $now }.
explore-now-rival = Ở kỳ này không đặt cạnh { $before } được: tỉnh để so là { $now }.
explore-now-part = Kỳ này xếp hạng các tỉnh, thành phố sau sáp nhập: { $before } nay là một phần của { $now }.
explore-now-namesake = Kỳ này xếp hạng các tỉnh, thành phố sau sáp nhập: { $now } ở đây là đơn vị mới mang tên ấy.
explore-now-chosen = Không có ở kỳ này, nên tạm để ra ngoài: { $names }.
explore-now-region = Ở kỳ này không nơi nào khác trong vùng của { $province } đủ điểm thành phần: đặt cạnh một tỉnh, thành phố.
explore-now-weights = Tổng điểm của kỳ này gồm các thành phần khác: đang dùng trọng số chính thức. Trọng số đã chọn trở lại khi trở lại kỳ trước.
explore-scale = Đưa về tổng { $whole }
explore-rank = Hạng muốn có
explore-take = Dùng bộ trọng số này
explore-nearest = Gần trọng số chính thức nhất mà { $province } có hạng { $wanted } hoặc tốt hơn: { $weights } (các thay đổi cộng lại { $change } điểm phần trăm; hạng { $own }). Trọng số viết ở đây đã làm tròn; nút bấm lấy số chính xác.
explore-nearest-already = Với trọng số chính thức { $province } đã ở hạng { $own }: không cần đổi để có hạng { $wanted }.
explore-nearest-none = Không bộ trọng số nào đưa { $province } lên hạng { $wanted }: hạng tốt nhất với mọi trọng số là { $best }.
explore-group = Với trọng số { $weights }, { $province } đứng hạng { $own } trong { $known } tỉnh, thành phố đủ điểm thành phần. Đặt cạnh { $members } tỉnh, thành phố khác { $group }: { $above } nơi xếp trên.
explore-in-region = của vùng { $region }
explore-in-choice = được chọn ở đây
explore-left-out = Không tính { $unknown } tỉnh, thành phố khác của vùng: điểm thành phần chưa biết đủ.
explore-nobody = Hãy chọn ít nhất một tỉnh, thành phố để đặt cạnh { $province }.
explore-group-title = Hạng và tổng điểm của { $province } và { $members } tỉnh, thành phố khác { $group }
explore-group-subtitle = Tổng điểm DTI { $edition } (từ { $scale_low } đến { $scale_high }) và hạng với trọng số đang chọn
explore-group-description = Biểu đồ thanh: tổng điểm DTI { $edition } với trọng số đang chọn; cao nhất là { $best }, { $total }.
explore-group-caption = Hạng với trọng số đang chọn: { $province } và { $members } tỉnh, thành phố khác { $group }
explore-group-mean = Trung bình của { $members } nơi
explore-parts-title = Từng thành phần: { $province } so với trung bình của { $members } tỉnh, thành phố khác { $group }
explore-parts-subtitle = Điểm DTI { $edition } từ { $scale_low } đến { $scale_high }; trung bình cộng, mỗi tỉnh như nhau
explore-parts-description = Biểu đồ điểm: điểm thành phần DTI { $edition } của { $province } bên trung bình của { $members } nơi; thành phần góp nhiều nhất vào chênh lệch là { $component }, { $contribution }.
explore-map-title = Hạng của các tỉnh, thành phố với trọng số đang chọn
explore-map-subtitle = DTI { $edition }: mỗi tỉnh, thành phố một ô bằng nhau, trong ô là tên viết tắt và hạng; ô của { $province } có viền đậm
explore-map-description = Bản đồ ô của Việt Nam có Hoàng Sa và Trường Sa: hạng DTI { $edition } với trọng số đang chọn; { $province } hạng { $rank }.
explore-map-caption = Các ô của bản đồ. Tên viết tắt là chữ đầu của các tiếng (bỏ “Thành phố”); trùng nhau thì thêm chữ của tiếng cuối hoặc tiếng đầu
explore-class = { $ends ->
    [one] hạng { $low }
   *[several] hạng { $low }–{ $high }
}
explore-no-rank = chưa rõ điểm
column-short = Viết tắt
column-new-rank = Hạng mới
column-official-rank = Hạng chính thức
column-new-total = Tổng điểm mới
column-contribution = Phần trong chênh lệch

## Danh mục báo cáo (reports/index.html)
index-title = Báo cáo chuyển đổi số cấp tỉnh
index-kicker = Danh mục báo cáo trình Ban Chỉ đạo Chuyển đổi số
index-description = Các báo cáo chuyển đổi số cấp tỉnh đã công bố, theo năm báo cáo và theo tỉnh, bằng tiếng Việt và tiếng Anh.
index-year = Năm báo cáo { $year }
index-language = Tiếng Việt
index-none = Chưa có báo cáo nào được công bố.
index-no-region = Các tỉnh chưa có vùng trong dữ liệu
index-ranks = Hạng DTI qua các năm, trên { $ranked } đơn vị được xếp hạng
index-ranks-then = { $before }, sau đó { $after }
index-ranks-line = Biểu đồ đường, hạng DTI của { $province } qua các năm: { $ranks }.
index-ranks-point = năm { $edition } hạng { $rank }/{ $ranked }{ $tied ->
    [yes] , đồng hạng
   *[no] { "" }
}{ $basis ->
    [derived] {" "}(suy ra)
   *[printed] { "" }
}
index-ranks-tied = Dấu =: đồng hạng với đơn vị khác.
index-ranks-derived = Vòng tròn rỗng: hạng suy ra.
index-ranks-method = Cách tính đổi từ DTI năm { $editions }.
index-foot = Mỗi báo cáo là một tệp duy nhất, mở được trên điện thoại và máy tính khi không có mạng, và in được trên giấy.

## So sánh hai báo cáo (briefing diff)
diff-title = { $province }: từ báo cáo năm { $first } (số liệu công bố đến hết ngày { $first_day }) đến báo cáo năm { $second } (đến hết ngày { $second_day })
diff-backwards = Báo cáo năm { $first } là báo cáo sau: các dòng dưới đây đọc ngược thời gian.
diff-count-figures = { $count } số liệu: { $tally }
diff-count-targets = { $count } mục tiêu: { $tally }
diff-count-nation = Cả nước, để tham khảo ({ $count }): { $tally }
diff-tally = { $order ->
    [back] { $changed } thay đổi, { $unchanged } không đổi, { $new } chỉ có trong báo cáo năm { $second }, { $gone } chỉ có trong báo cáo năm { $first }.
   *[on] { $changed } thay đổi, { $unchanged } không đổi, { $new } mới, { $gone } không còn được báo cáo.
}
diff-group-key = Các con số chính
diff-group-dti = Chỉ số Chuyển đổi số (DTI)
diff-group-targets = Mục tiêu
diff-group-others = Số liệu khác
diff-group-briefing = Về báo cáo
diff-nation = Cả nước
diff-pillar = Thứ hạng { $pillar }
diff-target = Mục tiêu “{ $name }: { $promise }” ({ $set_by }, hạn: { $due })
diff-target-short = { $name }: { $promise } ({ $due })
diff-edition = Kỳ DTI mới nhất
diff-limitations = Số hạn chế được nêu
diff-tasks = Số nhiệm vụ được giao
diff-sources = Số nguồn đã biết
diff-status = “{ $status }”
diff-status-result = { $status } với { $result }
diff-value-state = { $value }, { $state }
diff-edition-of = DTI năm { $edition }
diff-edition-computed = DTI năm { $edition }, báo cáo tính lại
diff-changed = { $name }: từ { $before } thành { $after }{ $move }.
diff-unchanged = { $name }: không đổi, { $value }.
diff-unchanged-since = { $name }: không đổi, { $value } ({ $before }; { $after }).
diff-one-sided = { $name }: { $value }; báo cáo năm { $year } { $lacking ->
    [later] không có số liệu mới
   *[earlier] chưa có
}.
diff-move = { $direction ->
    [up] tăng { $amount }
    [down] giảm { $amount }
    [climb] lên { $amount }
   *[fall] tụt { $amount }
}{ $verdict ->
    [better] {" "}(tốt hơn)
    [worse] {" "}(kém hơn)
   *[none] { "" }
}
diff-kind = { $kind ->
    [changed] thay đổi
    [unchanged] không đổi
    [new] { $order ->
        [back] chỉ có năm { $second }
       *[on] mới
    }
   *[gone] { $order ->
        [back] chỉ có năm { $first }
       *[on] không còn báo cáo
    }
}
diff-apart = Đây là hai đơn vị: { $before } đã nhập vào { $after }. Không con số nào của đơn vị này được trừ cho đơn vị kia; chỉ đặt cạnh nhau.
diff-moves = { $kind ->
    [some] { $count } thay đổi: { $moves }; { $same } không đổi.
   *[none] Không có thay đổi nào; { $same } không đổi.
}
diff-moved = { $count } { $move ->
    [rose] tăng
    [fell] giảm
    [other] đổi khác
    [judged] mới được đánh giá
    [new] mới
   *[gone] không còn báo cáo
}
diff-beside = { $name }: { $one } { $before }; { $other } { $after }.
diff-column-change = Thay đổi

## Các lệnh (briefing …)
cmd-error = briefing: { $said }
cmd-aborted = Đã dừng, không ghi gì.
cmd-interrupted = Đã dừng giữa chừng; những gì đã công bố vẫn nguyên vẹn.
cmd-page-usage = Cách dùng:
cmd-page-arguments = Tham số:
cmd-page-options = Tùy chọn:
cmd-page-commands = Lệnh:
cmd-page-help = Xem trang này rồi dừng.
cmd-page-required = [bắt buộc]
cmd-page-default = [mặc định:
cmd-wrong-command = không có lệnh “{ $name }”; briefing --help liệt kê các lệnh
cmd-wrong-option = không có tùy chọn { $name }; thêm --help để xem các tùy chọn
cmd-wrong-empty = tùy chọn { $name } cần một giá trị đi sau
cmd-wrong-full = tùy chọn { $name } không nhận giá trị
cmd-wrong-extra = thừa “{ $name }”: thêm --help để xem lệnh này nhận gì
cmd-wrong-missing = thiếu { $name }: thêm --help để xem lệnh này cần gì
cmd-wrong-whole = { $name } phải là một số nguyên
cmd-wrong-number = { $name } phải là một số
cmd-wrong-least = { $name } phải từ { $least } trở lên
cmd-wrong-value = giá trị của { $name } không dùng được: { $value }
cmd-help-briefing = Lập và kiểm tra báo cáo chuyển đổi số hằng năm của một tỉnh. Ngôn ngữ theo --lang, rồi BRIEFING_LANG, rồi máy.
cmd-help-lang = Ngôn ngữ của lời in ra: vi hoặc en.
cmd-help-project = Thư mục có data/ và notebooks/ (mặc định: tìm từ đây trở lên).
cmd-help-province = Tỉnh: tên, hoặc mã trong data/provinces.csv.
cmd-help-named-province = Tỉnh: tên, hoặc mã trong data/provinces.csv; all là các tỉnh trong data/briefings.csv.
cmd-help-unit = Tỉnh: tên, hoặc mã trong data/provinces.csv (mặc định: Bắc Giang; sau sáp nhập là tỉnh mới).
cmd-help-out = Thư mục báo cáo (mặc định: reports trong dự án).
cmd-help-build = Chạy các chương và xuất bản báo cáo mỗi năm, mỗi ngôn ngữ một tệp HTML.
cmd-help-years = Năm báo cáo, hoặc all.
cmd-help-langs = Ngôn ngữ của trang: vi, en hoặc all.
cmd-help-pdf = In cả ra PDF, kèm riêng trang một thành tờ phát tay và trang chiếu (cần WeasyPrint).
cmd-help-batch = Làm nhiều báo cáo trong một lượt; báo cáo nào đã đúng với dữ liệu thì để yên.
cmd-help-provinces = Tỉnh: named (các tỉnh trong data/briefings.csv), all, hoặc mã, tên và vùng, cách nhau bằng dấu phẩy.
cmd-help-force = Làm lại cả những báo cáo không có gì thay đổi.
cmd-help-only = Chỉ làm báo cáo có một trong các lý do này, cách nhau bằng dấu phẩy: new, failed, missing, changed, data, notebooks, code, versions.
cmd-help-kernel = Chạy mỗi chương trong một kernel riêng, như JupyterLab: chậm hơn, kết quả giống đến từng byte.
cmd-help-jobs = Số tiến trình cùng chạy (mặc định: mỗi bộ xử lý một; bằng không thì chạy ngay trong tiến trình này).
cmd-help-cell-seconds = Một ô được chạy tối đa bao nhiêu giây.
cmd-help-memory = Một chương được dùng tối đa bao nhiêu MiB bộ nhớ, nơi hệ thống giới hạn được (bằng không: không giới hạn).
cmd-help-preview = Chạy một chương, lấy các chương khác từ lần chạy trước, và viết một trang xem thử; không công bố gì.
cmd-help-watch = Viết một trang xem thử, rồi viết lại mỗi khi một sổ, dữ liệu hay một câu thay đổi; không công bố gì.
cmd-help-chapter = Chương: số hoặc tên của chương.
cmd-help-newest-year = Năm báo cáo (mặc định: năm mới nhất).
cmd-help-scheduler = Làm trên một cụm máy Dask: địa chỉ bộ điều phối, như tcp://máy:cổng (cần cài phần cluster).
cmd-help-check = Kiểm tra dữ liệu; nêu từng lỗi và từng ô còn phải điền.
cmd-help-accept = Nhận các bảng như hiện có sau khi sửa tay: nêu từng dòng mới, đổi, mất, rồi hỏi.
cmd-help-accept-yes = Không hỏi: đã xem các dòng được nêu.
cmd-help-diff = Nói điều gì đã thay đổi giữa hai báo cáo, từng con số một.
cmd-help-first = Năm báo cáo làm gốc.
cmd-help-second = Năm báo cáo đem so với năm ấy.
cmd-help-diff-all = Kể cả những gì không đổi, và thêm bảng.
cmd-help-csv = Tệp để ghi bảng đầy đủ: CSV hoặc .xlsx.
cmd-help-import-dti = Thêm một kỳ DTI từ tệp: cho xem cách đọc, kiểm chứng, rồi nối vào dữ liệu. Ở cửa sổ lệnh thì hỏi trước khi ghi; ở nơi khác thì ghi ngay.
cmd-help-dti-file = Trang web đã lưu, xlsx, xls, ods hoặc CSV.
cmd-help-edition = Năm mà bảng ấy đo.
cmd-help-published = Ngày công bố, viết theo dạng năm-tháng-ngày.
cmd-help-like = Kỳ có cùng phương pháp (mặc định: kỳ mới nhất).
cmd-help-sheet = Trang tính trong tệp (mặc định: mọi trang).
cmd-help-source = Mã nguồn trong data/sources.csv (mặc định: nguồn mới).
cmd-help-partial = Chấp nhận thiếu tỉnh hoặc thiếu ô.
cmd-help-yes = Ghi, không hỏi.
cmd-help-dry-run = Chỉ cho xem và kiểm chứng, không ghi gì.
cmd-help-lab = Mở JupyterLab trên dự án; tùy chọn nào không có ở đây là của JupyterLab.
cmd-help-set-up = Chỉ để git bỏ kết quả chạy ra khỏi sổ tay (notebook).
cmd-help-new-year = Thêm các dòng của một năm mới, đánh dấu ô phải điền, và in các bước còn lại.
cmd-help-next-year = Năm báo cáo mới, hoặc năm đã bắt đầu khi thêm một tỉnh nữa.
cmd-help-status = Nói từng năm đã hoàn thành gì, còn chờ gì, và vì sao một dòng dữ liệu chưa được dùng.
cmd-help-trace = Nói câu nào trên các trang đã xuất bản có một con số, và con số ấy lấy từ đâu.
cmd-help-what = Con số như trên trang, hoặc tên một chỉ tiêu, một thành phần DTI, một kỳ DTI, một mục tiêu, một nguồn, một dòng dữ liệu.
cmd-help-year = Năm báo cáo (mặc định: mọi năm).
cmd-checking = kiểm tra dữ liệu
cmd-batch-made = { $briefing }: đã làm ({ $why }; { $seconds } giây)
cmd-batch-why = { $reason ->
    [new] chưa làm lần nào
    [failed] lần trước bị lỗi
    [missing] thiếu tệp
    [changed] tệp đã bị sửa
    [data] dữ liệu khác
    [notebooks] sổ khác
    [code] mã nguồn khác
    [versions] thư viện khác
   *[forced] theo yêu cầu
}
cmd-batch-failed = { $briefing }: { $fault }
cmd-batch-sum = đã làm { $made }, không cần làm { $fresh }, lỗi { $failed }
cmd-batch-waiting = còn lại vì lý do khác: { $count }
cmd-only-or-force = --force làm tất cả, --only chỉ làm báo cáo có lý do: hãy chọn một
cmd-little-memory = --memory { $memory } là quá ít: một chương cần ít nhất { $least } MiB (bằng không: không giới hạn)
cmd-no-reason = “{ $reason }” không phải một lý do; có { $known }
cmd-no-year = “{ $year }” không phải năm báo cáo, cũng không phải “{ $all }”
cmd-no-chapter = không có chương “{ $chapter }”; có { $known }
cmd-preview-made = { $file }: { $seconds } giây ({ $count ->
    [0] mọi chương từ lần chạy trước
   *[other] đã chạy: { $names }
})
cmd-watching = Đang theo dõi { $briefing }; Ctrl-C để dừng.
cmd-watch-changed = Vừa đổi: { $names }
cmd-watch-broken = { $file }: Python chưa đọc được; vẫn dùng mã cũ
cmd-watch-restart = Mã đã đổi: chạy lại từ đầu.
cmd-watch-ended = Đã dừng theo dõi.
cmd-taken = { $file }: đọc { $how }
cmd-excel-saved = theo cách Excel đã lưu: { $signs }
cmd-excel-sign = { $sign ->
    [mark] dấu thứ tự byte
    [semicolons] dấu chấm phẩy
    [tabs] dấu tab
    [commas] dấu phẩy thập phân
    [days] ngày viết như { $example }
    [capitals] TRUE thay cho true
    [zeros] số không ở đầu bị mất
    [parts] dấu tách rời khỏi chữ
    [columns] cột trống ở cuối
    [rows] dòng trống ở cuối
    [told] dòng sep= ở đầu
   *[short] dòng ngắn
}
cmd-rewritten = { $file } trước đây { $how }; nay ghi lại như các tệp khác, có dấu phẩy ngăn cột, dấu chấm thập phân và ngày viết như { $example }
cmd-checked = { $tables } bảng, { $rows } dòng: không có lỗi
cmd-as-accepted = { $tables } bảng đúng như đã nhận
cmd-nothing-accepted = Chưa ghi lại mỗi tệp có bao nhiêu dòng, nên mất dòng cũng không ai biết: { $command }
cmd-since-accepted = { $file }: từ lần nhận trước { $changes } (xem kỹ rồi { $command })
cmd-rows-since = { $kind ->
    [lost] mất { $count } dòng
    [changed] đổi { $count } dòng
    [added] thêm { $count } dòng
    [filled] điền { $count } dòng
   *[dropped] bỏ { $count } dòng chờ điền
}
cmd-rows-moved = các dòng đứng theo thứ tự khác
cmd-row-since = { $file }, dòng { $row }, { $key }: { $kind ->
    [lost] mất
    [changed] đổi
    [added] mới
    [filled] đã điền
   *[dropped] bỏ, trước đây chờ điền
} { $cells }
cmd-since-moved = { $file }: các dòng đứng theo thứ tự khác
cmd-ask-accept = Nhận các bảng như hiện có?
cmd-accepted = Đã nhận { $tables } bảng như hiện có (ghi ở { $file })
cmd-accept-unasked = Những dòng trên đây cần người xem: nếu đúng, chạy lại với { $option }. Chưa ghi gì.
cmd-proof = DTI { $edition }: { $proven }
cmd-proof-full = { $holding } trên { $count } tổng điểm suy ra được từ mọi thành phần (lệch nhiều nhất { $residual })
cmd-proof-part = { $holding } trên { $count } khớp với các thành phần đã công bố
cmd-proof-none = không có tổng điểm nào kèm thành phần đã công bố
cmd-facts = Đối chứng: { $count } con số do { $sources } tài liệu khác in đều khớp
cmd-of-year = { $year }: { $said }
cmd-kinds = { $kind ->
    [limitation] hạn chế
    [task] nhiệm vụ
   *[goal] mục tiêu chung
}
cmd-unknown-agenda = agenda.csv không có { $names }
cmd-unknown-no-edition = không có kỳ DTI nào
cmd-unknown-edition = không có kỳ DTI nào mới hơn báo cáo { $year }: lại dẫn kỳ { $edition }
cmd-unknown-key = các con số chính này chưa có kết quả: { $names }
cmd-unknown-targets = các mục tiêu đến hạn này chưa có kết quả: { $names }
cmd-no-lab = chưa cài JupyterLab: { $command }
cmd-cluster-no-dask = chưa cài Dask: { $command }
cmd-cluster-options = --scheduler không đi cùng --jobs và --kernel: các tiến trình là của cụm máy
cmd-cluster-silent = không có bộ điều phối Dask nào trả lời ở { $scheduler }: hãy chạy “dask scheduler”, rồi ghi đúng địa chỉ nó in ra
cmd-cluster-nobody = bộ điều phối ở { $scheduler } chưa có máy làm việc nào: hãy chạy “{ $setting } dask worker { $scheduler }”
cmd-cluster-unfit = máy làm việc { $worker } { $kind ->
    [package] không có gói này ({ $there }): hãy cài ở đó, kèm phần “cluster”, rồi khởi động lại
    [code] có gói này nhưng mã khác: hãy cài đúng bản này ở đó, rồi khởi động lại
    [versions] có thư viện khác ({ $there }; ở đây { $here }): hãy cài theo requirements.lock ở cả hai nơi, rồi khởi động lại
    [printer] có WeasyPrint { $there }, ở đây là { $here }: hãy cài cùng bản ở đó, rồi khởi động lại
    [daemon] không được mở tiến trình: hãy khởi động nó với biến môi trường { $here }
   *[system] không fork an toàn được: máy làm việc phải chạy Linux
}
cmd-cluster-died = { $count ->
   *[other] { $count } máy làm việc chết
} khi lập báo cáo này, máy cuối ở { $worker }: hãy xem nhật ký và bộ nhớ của nó
cmd-cluster-lost = chưa làm: bộ điều phối ở { $scheduler } hoặc các máy làm việc không còn; hãy khởi động lại và chạy lại đúng lệnh này
cmd-no-project = không có { $file } trong { $folder } hay ở trên đó: hãy chạy trong thư mục dự án
cmd-no-chapters = không có chương nào ({ $name }) trong { $folder }: lấy lại từ git
cmd-no-notebook = không đọc được { $file } như một sổ: lấy lại từ git
cmd-not-tagged = { $file }: có { $count } ô gắn nhãn parameters; phải đúng một ô
cmd-declared = { $file }: { $kind ->
    [unknown] tham số lạ “{ $name }”
   *[missing] thiếu tham số “{ $name }”
} trong ô parameters
cmd-system = hệ thống từ chối: { $fault } ({ $what })
cmd-row-there = { $file } đã có dòng { $row }: không ghi gì
cmd-in-the-way = { $folder } không phải thư mục: có một tệp chắn chỗ; hãy đặt tên khác
cmd-unmade = không tạo được { $folder } ({ $fault }); hãy đặt tên khác
cmd-unwritten = không ghi được { $file } ({ $fault }); những gì có trước vẫn còn nguyên
cmd-not-writable = không ghi được gì vào { $folder } ({ $fault }); hãy đặt tên khác
cmd-busy = một lần chạy khác đang ghi vào { $folder } (tiến trình { $process }): hãy chạy lại khi lần ấy kết thúc
cmd-no-temporary = không có thư mục tạm nào ghi được ({ $fault }): hãy đặt biến TMPDIR
cmd-cell = ô { $cell }
cmd-no-cell = trước ô đầu tiên
cmd-chapter-failed =
    chương { $chapter }, { $where }: { $fault }
    sổ đã chạy: { $notebook }
cmd-died-signal = tiến trình bị dừng bởi { $signal }
cmd-died-code = tiến trình kết thúc với mã thoát { $code }
cmd-died-server = không mở được tiến trình chạy các chương ({ $fault }); thêm --jobs { $none } để chạy mọi chương trong một tiến trình
cmd-cell-late = ô chạy quá { $seconds } giây (mức ấy đặt bằng --cell-seconds)
cmd-cell-memory = { $fault } (bộ nhớ của một chương đặt bằng --memory)
cmd-no-figures = { $file } không chứa con số nào của trang: hãy lập lại trang
cmd-not-built = { $file } chưa được lập: { $command }
cmd-diff-twice = cần hai năm khác nhau, { $year } được nêu hai lần
cmd-trace-unknown = “{ $text }” không phải con số, cũng không phải tên chỉ tiêu, thành phần DTI, nguồn, mục tiêu hay dòng nào; { $kind ->
    [near] có phải ý bạn là { $near }?
   *[none] { $file } liệt kê các chỉ tiêu
}
cmd-trace-many = “{ $text }” có trong { $count } tên, hãy nói rõ hơn: { $names } ...
cmd-trace-names = “{ $text }” có trong tên của: { $names }
cmd-trace-table = { $file } ({ $count } dòng)
cmd-trace-source = Nguồn { $source } { $kind ->
    [some] có trong: { $tables }
   *[none] chưa có dòng nào dẫn tới
}
cmd-trace-page = { $year }: { $kind ->
    [some] trong { $count } câu
   *[none] không nêu thành con số
} ({ $file })
cmd-trace-newest = Trang mới nhất có nêu: { $year }
cmd-trace-near = Có phải ý bạn là { $names }?
cmd-trace-lost-label = không còn
cmd-trace-lost = { $row }: nay không có trong dữ liệu, hãy lập lại trang
cmd-trace-computed = do { $name } tính: { $does }
cmd-trace-beside = bên cạnh
cmd-trace-cites = dẫn
cmd-trace-row = { $file }, dòng { $line }, { $name }
cmd-trace-note = ghi chú: { $note }
cmd-trace-no-place = chưa rõ chỗ
cmd-trace-label-source = nguồn
cmd-trace-label-confirmed = xác nhận
cmd-trace-now = nay là { $cells }, hãy lập lại trang
cmd-trace-undated = không ghi ngày, dùng được từ { $day }
cmd-trace-no-address = không có địa chỉ
cmd-trace-no-row = Không dòng dữ liệu nào có con số này.
cmd-trace-rows = Dòng dữ liệu { $which ->
    [holding] có con số này
   *[unstated] mà không trang nào nêu
}
cmd-trace-more = ... và { $count } dòng nữa.
cmd-trace-usable-label = dùng được
cmd-trace-usable = từ { $day }, { $kind ->
    [none] chưa báo cáo nào dùng được
    [one] cho báo cáo { $years }
   *[many] cho các báo cáo { $years }
}
cmd-year-there = Năm { $year } của { $province } đã có trong { $file }; năm tiếp theo là { $following }
cmd-year-not-next = không thêm được { $year }: năm tiếp theo là { $following }
cmd-added-rows = { $count } dòng vào { $file }
cmd-added = Đã thêm { $rows }: { $count } ô phải điền, mỗi ô ghi { $mark }
cmd-rows-of = { $file }, dòng { $rows }
cmd-a-file = TỆP
cmd-step-briefing = { $briefing }: điền { $columns }. Điều công bố sau ngày as_of
       không được vào báo cáo. Đơn vị lập (office) ghi theo năm ấy, đừng chép năm trước.
cmd-step-results = { $results }: điền từng dòng như nguồn ghi, cả kỳ (period) và thời điểm (timing),
       hoặc bỏ dòng nếu không có gì được công bố. Nguồn mới ghi vào sources.csv trước; chỗ trong
       nguồn chưa rõ thì để trống. Cơ quan công bố ghi theo ngày ấy: cơ quan có thể đã đổi tên.
cmd-step-agenda = agenda.csv, agenda_links.csv: hạn chế, nhiệm vụ, mục tiêu chung và mối nối, từ báo cáo của
       Ban Chỉ đạo. Thiếu chúng thì báo cáo nói rằng chưa biết.
cmd-step-targets = targets.csv: mục tiêu đề ra từ đó đến nay. { $due }
cmd-step-edition = Kỳ DTI công bố từ đó đến nay, nếu có:
       { $command }
cmd-step-check = { $check }: liệt kê mọi ô còn lại.
cmd-step-build = { $build }; xem trang; make test.
cmd-step-commit = Ghi data/ và reports/{ $year } vào git.
cmd-undo = Để hoàn tác: { $command } (lấy lại mọi thứ chưa ghi vào git trong { $folder }).
cmd-none-due = Không mục tiêu nào đã có đến hạn năm { $year }.
cmd-due = Đến hạn năm { $year }:
cmd-more = và { $count } nữa
cmd-status-year = { $year }, { $province } (đến hết ngày { $day }): { $state ->
    [done] xong
   *[waits] còn việc
}
cmd-status-page = Trang { $file }: { $state ->
    [done] có, không có gì thay đổi
    [again] có, nhưng phải làm lại ({ $why })
    [older] có, nhưng { $newer } đã đổi sau đó
   *[missing] chưa lập
}
cmd-status-cells = { $count } ô { $mark } trong { $file }
cmd-status-editions = Kỳ DTI đã biết: { $kind ->
    [some] { $editions }
   *[none] chưa có
}
cmd-status-edition-late = Kỳ DTI { $edition } chưa dùng: chỉ dùng được từ { $day }
cmd-status-late = Không dùng vì nguồn đến muộn: { $source }, dùng được từ { $day }: { $rows }
cmd-next-year = Việc tiếp theo, khi có số liệu năm mới: { $command }
cmd-next-fill = Việc tiếp theo: điền các ô { $mark }, rồi { $command }
cmd-next-build = Việc tiếp theo: { $command }
cmd-next = Việc tiếp theo: { $command }
import-section = { $kind ->
    [tables] Các bảng
    [headings] Tiêu đề cột
    [rows] Ba tỉnh, thành phố đầu và nơi cuối
    [names] Tên viết khác
    [files] Dòng sẽ thêm
    [moves] Thứ hạng đổi nhiều nhất so với kỳ { $edition }
    [orders] Tương quan hạng (Spearman) với kỳ { $edition }
   *[strength] Chữ số sai mà phép kiểm chứng sẽ phát hiện
}
import-column = { $name ->
    [table] bảng
    [provinces] tỉnh, thành phố
    [numbers] cách ghi số
    [remark] ghi chú
    [heading] tiêu đề
    [read] được hiểu là
    [written] trong tệp
    [province] tỉnh, thành phố
    [file] tệp
    [rows] số dòng
    [title] tên hoặc ghi chú
    [before] hạng trước
    [rank] hạng
    [move] thay đổi
    [component] cột
    [correlation] tương quan
    [proof] kiểm chứng bằng
    [scores] số điểm
    [first] số lẻ thứ nhất
    [second] số lẻ thứ hai
    [third] số lẻ thứ ba
    [fourth] số lẻ thứ tư
   *[exchanged] đổi chỗ
}
import-proof = { $kind ->
    [recomputed] tính lại từ mọi thành phần
   *[bounds] nằm trong khoảng cho phép
}
import-meaning = { $role ->
    [province] tỉnh, thành phố
    [number] số thứ tự
    [year] năm
    [score] điểm của { $component }
    [rank] hạng của { $component }
    [value] giá trị của { $component }
   *[left_out] bỏ qua
}
import-units = { $found } trong { $count } tỉnh, thành phố của ngày { $day }
import-others = { $count } bảng khác
import-no-table = không phải bảng của chỉ số
import-left-out = bỏ qua: { $remarks }
import-decimals = { $count } chữ số thập phân
import-sign = { $kind ->
    [comma] dấu phẩy thập phân
    [point] dấu chấm thập phân
   *[typed] ghi dưới dạng số
}
import-follows = { $value } (suy ra)
import-remark = { $kind ->
    [no-heading] không có tiêu đề
    [no-rank] không phải thứ hạng
    [years] của { $about }
    [change] mức thay đổi, không phải hạng hay điểm
    [smart-city] đô thị thông minh: không có điểm trong tổng
    [no-component] “{ $about }” không phải thành phần của cách tính này
    [row] dòng { $row }, “{ $about }”
   *[unknown] không nhận ra
}
import-other-years = { $count } dòng của năm khác
import-few-decimals = chỉ có { $count } chữ số thập phân, cần { $needed }
import-taken-for = { $kind ->
    [activities] được hiểu là chỉ số hoạt động
   *[pillars] được hiểu là trụ cột
}
import-unread = { $file }: { $why ->
    [missing] không có tệp này
    [folder] là một thư mục
    [special] không phải một tệp thường
    [denied] không mở được: { $fault }
    [empty] tệp trống
    [large] lớn hơn { $most } MB
    [other] không phải trang web đã lưu, bảng tính hay bảng dạng văn bản
    [encoding] không phải { $formats } hay { $wide } (dòng { $line }): hãy lưu thành CSV { $formats } hoặc xlsx
    [text] không phải bảng dạng văn bản: { $fault }
    [workbook] không đọc được bảng tính: hãy mở bằng phần mềm bảng tính rồi lưu lại thành xlsx, không đặt mật khẩu
    [password] bị khóa bằng mật khẩu: hãy mở bằng phần mềm bảng tính rồi lưu lại không có mật khẩu
    [names] có phần dẫn ra ngoài tệp, “{ $fault }”: hãy lưu phần cần dùng thành một tệp xlsx mới
    [bomb] bung ra hơn { $most } MB: hãy lưu phần cần dùng thành một tệp xlsx mới
    [entities] khai báo kiểu tài liệu, điều không bảng tính nào làm: hãy lưu phần cần dùng thành một tệp xlsx mới
    [cells] trải qua hơn { $most } ô, dòng hoặc ký tự: hãy lưu phần cần dùng thành một tệp xlsx mới
    [endless] quá rối, không đọc được: hãy lưu bảng thành xlsx hoặc CSV
    [no_index] không bảng nào có cột tỉnh bên cạnh cột điểm hoặc hạng (tên cột như { $fault })
   *[no_table] không có bảng nào
}
import-grid = { $kind ->
    [table] { $file }, bảng { $name }
   *[sheet] { $file }, trang tính “{ $name }”
}
import-reading-fails = { $kind ->
    [activities] nếu là chỉ số hoạt động
   *[pillars] nếu là trụ cột
}: { $fault }
import-note = { $kind ->
    [points] tính như kỳ { $edition }, với điểm tối đa riêng
   *[carried] phương pháp và trọng số như kỳ { $edition }
}
import-note-partial = có { $found } trên { $ranked } tỉnh, thành phố, { $scored } có tổng điểm
import-note-rounded = { $count } điểm được làm tròn đến { $decimals } chữ số thập phân
import-note-file = tệp { $file }, do lệnh { $command } đọc
cmd-import-proof = Kiểm chứng: { $proven }
cmd-nothing-written = Không ghi gì.
cmd-added-to = Đã thêm vào { $file }
cmd-write-rows = Ghi các dòng này?
cmd-proof-weakest = {" "}(chữ số sai sẽ bị phát hiện, theo từng số lẻ: { $shares })
cmd-ask-publisher = Ai công bố, tên tiếng Việt
cmd-ask-publisher-en = Ai công bố, tên tiếng Anh
cmd-odd = Lạ: { $problem }
cmd-odd-remains = { $count } chỗ trên đây cần xem lại: khi nhập thật thì phải có người trả lời, hoặc thêm --yes sau khi đã đối chiếu với nguồn.
cmd-help-publisher = Ai công bố, tên tiếng Việt.
cmd-help-publisher-en = Ai công bố, tên tiếng Anh.
cmd-help-title = Tên văn bản (mặc định: theo tệp).
cmd-help-url = Địa chỉ (mặc định: theo tệp).
cmd-help-points = Thang điểm riêng: bảng gồm thành phần và điểm.
cmd-help-confirm = Điều nơi khác đã in về kỳ ấy: bảng các số để đối chiếu.
cmd-help-units = Kỳ ấy xếp hạng bao nhiêu đơn vị (mặc định: theo tên).
cmd-help-draft = Lập trang xem thử dù còn ô chưa điền.
cmd-help-form = Ghi một biểu mẫu Excel để điền; xem lệnh take.
cmd-help-filled = Biểu mẫu do new-year --form ghi, đã điền.
cmd-help-take-yes = Ghi, không hỏi, kể cả giá trị đáng ngờ.
cmd-help-take = Nhận một biểu mẫu đã điền: cho xem cũ và mới từng dòng, kiểm tra, ghi tất cả hoặc không ghi gì.
cmd-no-day = { $option } “{ $text }” không phải ngày viết như { $example }

## Lỗi (trong sổ tay và ở dòng lệnh)
error-unknown = Không có { $what ->
    [parameter] tham số
    [province] tỉnh, thành phố
    [language] ngôn ngữ
    [edition] kỳ DTI
    [component] thành phần DTI
    [indicator] chỉ tiêu
    [source] nguồn
    [kind] loại nội dung
   *[sheet] trang tính
} “{ $value }”{ $instead }
error-did-you-mean = ; có phải là { $name }?
error-there-are = ; hiện có: { $names }
error-listed-in = ; danh sách ở { $file }
error-parameter = Tham số “{ $name }”: { $kind ->
    [missing] còn thiếu
    [range] phải từ { $low } đến { $high }
    [whole] phải là số nguyên
    [positive] phải lớn hơn không
    [least] phải từ { $low } trở lên
   *[text] phải là chữ
}
error-weights = Bộ trọng số: { $kind ->
    [missing] còn thiếu { $parts }
    [below] không trọng số nào được âm
   *[none] ít nhất một trọng số phải lớn hơn không
}
error-too-many = Biểu đồ này vẽ được nhiều nhất { $most } nơi; đang có { $count }
error-no-data = Năm { $year } không có dữ liệu; các năm có: { $years }
error-none-known = Đến ngày { $day } (ngày chốt báo cáo năm { $year }) chưa có số liệu cho câu hỏi này; hãy thử năm khác
error-ended = { $name } đã nhập vào { $whole } từ ngày { $day }: hãy dùng tỉnh { $province }; năm cuối còn { $own } là { $last }
error-namesake = { $name } đã nhập vào đơn vị mới cùng tên từ ngày { $day }: hãy dùng tỉnh { $province }; năm cuối còn { $own } là { $last }
error-not-begun = { $name } mới được lập từ { $parts } ngày { $day }: với năm { $year } hãy dùng tỉnh { $provinces }
error-chart-data = Cột “{ $column }” trong số liệu của biểu đồ { $kind ->
    [twice] xuất hiện hai lần: hãy đặt cho mỗi cột một tên riêng
    [infinite] có số vô cùng lớn: hãy bỏ dòng ấy hoặc để trống ô
   *[cell] có ô “{ $value }” không phải là số, ngày, chữ hay đúng/sai
}
error-chart-drawn = “{ $value }” không phải là biểu đồ: hãy đưa vào hình (Figure), trục (Axes), lưới của seaborn, hoặc hàm nhận bề rộng và trả về hình
error-chart-cite = Bảng đưa vào `cite` thiếu cột { $names }: mỗi dòng cần nguồn (source) và tên dòng dữ liệu (row)
error-and = { $first } và { $last }
error-or = { $first } hoặc { $last }
error-source-day = kỳ này công bố ngày { $published }, nhưng nguồn “{ $source }” là của ngày { $day }: ghi đúng nguồn của kỳ này, hoặc bỏ --source để thêm nguồn mới
error-publisher = ai công bố bảng của kỳ { $edition }? cho --publisher và --publisher-en (và --title, --url), hoặc --source nếu nguồn có trong data/sources.csv
error-edition-there = kỳ { $edition } đã có trong data/dti_editions.csv
error-table-there = bảng { $count } tỉnh, thành phố của kỳ { $edition } đã có trong data/dti_editions.csv
error-source-there = nguồn { $source } đã có trong data/sources.csv: hãy dùng --source { $source }
error-published-early = kỳ { $edition } công bố ngày { $published }, khi năm ấy chưa hết: ghi đúng ngày công bố
error-no-sheets = { $file } không phải bảng tính có nhiều trang: bỏ --sheet
error-shared-name = { $file }: { $one } và { $other } trùng tên “{ $name }”: hãy đặt tên khác cho một nơi
error-units = không có lúc nào có { $units } đơn vị; đã có { $counts }
error-problems = { $count } lỗi trong { $where ->
    [file] tệp, chưa ghi gì
   *[data] dữ liệu
}:
error-more = ... và { $count } lỗi nữa
error-open-box = ({ $sign } là dấu cách ở đầu hoặc cuối ô)
error-to-fill = { $count } ô cần điền (ở { $rows } dòng):
error-place = { $kind ->
    [row] { $file }, dòng { $row }
    [column] { $file }, cột { $column }
    [cell] { $file }, dòng { $row }, cột { $column }
   *[file] { $file }
}
error-gap-part = Bảng khoảng cách: phần của “{ $part }” không bằng trọng số × chênh lệch; muốn đổi trọng số thì đặt WEIGHTS khi lập bảng
error-label-differs = Chữ viết “{ $label }” mà hình vẽ { $number }
error-drawn-untold = “{ $label }” có trong hình mà không rõ từ đâu
error-axis-order = Nhãn của một trục không theo thứ tự của những gì được vẽ
error-no-number = Cột { $column } không có số
error-unowned-column = Cột { $column } không thuộc dữ liệu, cũng không thuộc phép tính nào
error-unowned-place = Ở { $place } không có số, hoặc không rõ phép tính nào cho ra
error-not-in-chart = { $shown } trong “{ $words }” không có trong số liệu của hình
error-map-without = Không vẽ bản đồ Việt Nam thiếu { $names }
error-map-unknown = Chưa có bản đồ của { $count } tỉnh, thành phố: xem data/tiles.csv và các quần đảo trong helpers.drawing.archipelagos
error-not-scored = { $name } không có { $what ->
    [rank] hạng
   *[score] điểm
} về { $component } trong kỳ { $edition }
error-parts-of-edition = Không khám phá được kỳ { $edition }: chưa đến hai tỉnh, thành phố đã biết đủ điểm các phần của tổng{ $instead }
error-parts-of-province = Không hiện được { $name }: kỳ { $edition } chưa biết đủ điểm các phần của tổng{ $instead }
error-own-rival = { $name } không thể so với chính mình: hãy chọn tỉnh khác để so
error-follower = Hàm đi theo bảng điều khiển nhận những gì nó gọi tên trong số { $names }

## Lỗi trong dữ liệu và cách sửa
fault-province-count = { $count } tỉnh, thành phố vào ngày { $day }, đúng ra là { $expected }
fault-end-or-successor = chỉ có ngày hết hoặc chỉ có đơn vị kế tiếp
fault-becomes-itself = đơn vị nhập vào chính nó
fault-not-next-day = “{ $name }” không bắt đầu vào ngày liền sau
fault-beginning = không khớp với cột successor
fault-code-twice = thêm một đơn vị mang mã { $code } vào ngày { $day }
fault-no-province-then = “{ $name }” không phải tỉnh, thành phố vào cuối năm { $year }
fault-no-province-in = “{ $name }” không phải tỉnh, thành phố trong năm { $year }
fault-scope = “{ $name }” không phải mã tỉnh, cũng không phải “{ $national }”
fault-value-or-state = không có giá trị, cũng không có tình trạng
fault-value-and-absent = có giá trị mà tình trạng lại nói là không có
fault-unqualified = có giá trị mà bỏ trống
fault-nothing-to-qualify = không có giá trị nào
fault-share = tỷ lệ { $value } %
fault-base-uncounted = “trên tổng số” { $base } ở chỉ tiêu không đếm từng cái
fault-part = { $value } trên { $base }
fault-jump = { $value }, trong khi lần trước là { $last }
fault-count = số đếm { $value }
fault-rank = hạng { $value }
fault-ranked = xếp hạng { $ranked } nơi, nhưng chỉ có { $count } tỉnh, thành phố
fault-source-before = kỳ { $edition } công bố ngày { $published }, nhưng nguồn “{ $source }” của nó có từ ngày { $day }
fault-as-of-early = báo cáo năm { $year } đề ngày { $day }, khi năm ấy chưa hết
fault-to-fill = cần điền: { $about }
fault-as-of-late = báo cáo năm { $year } đề ngày { $day }, hơn một năm sau khi năm ấy hết
fault-as-of-before = { $day } là trước { $other }, ngày của báo cáo liền trước
fault-office-named = có tên tỉnh, mà trang tự thêm tên ấy, nên sẽ ghi “{ $shown }”
fault-available = có được trước ngày công bố
fault-outside = { $province }, kỳ { $edition }: { $component } phải là { $score }, ngoài khoảng { $low }-{ $high }
fault-weights = trọng số của kỳ { $edition } cộng lại là { $sum }, không phải { $whole }
fault-score-or-rank = không có điểm, cũng không có hạng
fault-rank-of = hạng { $rank } trên { $ranked }
fault-total = { $province }, kỳ { $edition }: tổng điểm { $total } không khớp với các thành phần ({ $known })
fault-total-parts = { $province }, kỳ { $edition }: tổng điểm { $total } không thể đúng: { $count } trên { $parts } thành phần cho { $known }, phần còn lại nhiều nhất { $most }
fault-same-edition = { $equal }/{ $count } tổng điểm của kỳ { $edition } bằng đúng của kỳ { $other }
fault-two-tables = { $province }, { $component } kỳ { $edition }: { $score }, nhưng bảng kia của kỳ này ghi { $other }, mà tỉnh ấy vẫn giữ nguyên
fault-confirm-columns = thiếu cột { $names }
fault-confirm-province = “{ $name }” không phải là tỉnh, thành phố được xếp hạng
fault-confirm-edition = số liệu của kỳ { $edition }, trong khi đang nhập kỳ { $own }
fault-nothing-confirmed = { $source } ghi { $component } của { $province }, nhưng kỳ { $edition } không có
fault-not-confirmed = { $source } ghi { $value } cho { $component } của { $province } kỳ { $edition }, nhưng bảng cho { $other } ({ $rows })
fault-fact-denied = { $source } ghi { $value } cho cột { $column } của { $about }, nhưng dữ liệu có { $other } ({ $rows })
fault-fact-row = { $source } nói về { $about }, nhưng dữ liệu không có dòng ấy
fault-fact-empty = { $about } không có số nào ở cột { $column }, và không số nào suy ra được
fault-fact-own = { $source } chính là tài liệu của dòng ấy, hoặc là bản chép của nó: không đối chứng được gì
fault-order-high = { $component } xếp thứ tự gần như kỳ { $edition } (tương quan hạng { $value }): có thể là cùng một bảng
fault-order-low = { $component } xếp thứ tự khác hẳn kỳ { $edition } (tương quan hạng { $value }): có thể là một cột khác
fault-columns-swapped = { $one } và { $other } hợp với kỳ trước hơn nếu đổi chỗ cho nhau
fault-coarse = điểm chỉ có { $count } chữ số thập phân, cần { $needed }
fault-of-another-method = kỳ { $other } có thành phần này, còn kỳ { $like }, nơi lấy phương pháp, thì không
fault-units-to-come = đây là { $count } đơn vị của ngày { $day }, khi công bố ngày { $published } thì chưa có
fault-units-either = { $count } tên trong tệp đều là tên cả trước và sau sáp nhập
fault-no-points = không có hai cột component và points
fault-points = “{ $value }” không phải số điểm
fault-points-of = điểm được cho không đúng các thành phần cộng vào tổng: { $names }
fault-of-row = “{ $name }”: { $fault }
fault-and-more = { $fault }, và { $count } ô nữa trong cột này
fault-no-figure = “{ $cell }” không phải { $kind ->
    [score] điểm
   *[rank] hạng
} từ { $low } đến { $high }
fault-decimal-sign = “{ $cell }” có { $sign ->
    [comma] dấu phẩy thập phân, các ô khác dùng dấu chấm
   *[point] dấu chấm thập phân, các ô khác dùng dấu phẩy
}
fault-column-again = được hiểu là { $read }, như cột “{ $column }”
fault-province-again = “{ $name }” là { $province }, đã có ở dòng { $row }
fault-nameless = có số liệu mà không có tên
fault-no-province = “{ $name }” không phải tỉnh, thành phố
fault-tables-differ = { $value }, nhưng lại là { $other } ở { $file }, dòng { $row }
fault-mean = { $value }, nhưng trung bình tính từ các tổng điểm là { $mean }
fault-no-totals = không có cột tổng điểm
fault-provinces-absent = có { $count } tỉnh, thành phố, cần { $expected }: thiếu { $names }
fault-cell-empty = “{ $name }”: ô trống
fault-not-in-table = “{ $name }” không có trong { $file }, nơi có cột “{ $column }”
fault-undecided = có thể là chỉ số hoạt động, cũng có thể là trụ cột: { $kind ->
    [both] hiểu cách nào tổng điểm cũng khớp
   *[neither] hiểu cách nào tổng điểm cũng không khớp ({ $why })
}
fault-rank-differs = hạng { $rank }, nhưng trong dti_scores.csv là { $other }
fault-no-limitation = “{ $item }” không phải hạn chế
fault-limitation = chính “{ $item }” là hạn chế
fault-score-follows = { $province }, { $component } kỳ { $edition }: { $score }, nhưng các số khác cho { $other }
fault-rank-follows = { $province }, { $component } kỳ { $edition }: hạng { $rank }, nhưng các số khác cho { $other }
fault-rank-shared = { $province }, { $component } kỳ { $edition }: hạng { $rank } mà nơi khác cũng có, hay chiếm chỗ của hạng sau
fault-rank-higher = { $province }, { $component } kỳ { $edition }: hạng { $rank }, nhưng có { $count } điểm cao hơn
fault-rank-lower = { $province }, { $component } kỳ { $edition }: hạng { $rank } mà điểm thấp hơn hạng { $other }
fault-tile-grid = bản đồ { $count } tỉnh, thành phố chưa có chỗ cho { $names }
fault-tile-missing = “{ $name }” không có trên bản đồ { $count } tỉnh, thành phố
fault-tile-unit = “{ $name }” không thuộc { $count } tỉnh, thành phố
fault-tile-taken = trùng chỗ của một tỉnh, thành phố khác hoặc của một quần đảo
fault-foreign = “{ $value }” không có trong { $table }
fault-same-table = chính bảng này
fault-key = dòng trùng khóa ({ $note }; { $key })
fault-type = “{ $value }” không đúng kiểu của cột ({ $note })
fault-constraint = “{ $value }” không đúng quy định của cột ({ $note })
fault-required = cột này phải điền ({ $note })
fault-missing-cell = dòng thiếu ô ({ $note })
fault-extra-cell = dòng thừa ô ({ $note })
fault-label = tên cột không đúng ({ $note })
fault-descriptor-missing = không có tệp này trong { $folder }
fault-descriptor = không đọc được phần mô tả: { $kind ->
    [file] không mở được tệp
    [text] không phải văn bản
    [line] dòng { $place } đứt đoạn hoặc không phải JSON
    [table] thiếu bảng { $place }
    [twice] bảng { $place } có hai lần
   *[shape] { $place } thiếu hoặc không đúng dạng
}
fault-file-missing = không có tệp này
fault-row-empty = dòng trống
fault-cells = dòng có { $count } ô, dòng tên cột có { $expected }
fault-row-twice = giống hệt dòng { $row }
fault-rows-moved = các dòng đứng theo thứ tự khác lần nhận trước
fault-bound = { $value }, ngoài giới hạn { $limit } ở dòng { $row } của bounds.csv
fault-told-before = { $period }, nhưng nguồn “{ $source }” đọc được từ { $day }
fault-sources-differ = { $value }, trong khi dòng { $row } của nguồn khác ghi { $other }; trang sẽ lấy số của “{ $source }”
fault-jump-beside = { $value }, so với { $other } ở dòng { $row } của { $file }
fault-row-lost = mất dòng đã nhận “{ $key }”
fault-rows-lost = mất { $count } dòng đã nhận, từ “{ $first }” đến “{ $last }”
fault-cell-changed = { $cells } khác với ô đã nhận (dòng “{ $key }”)
fault-record-none = thiếu, hoặc không đọc được
fault-record = ghi { $found } dòng của { $file }, phần mô tả ghi { $rows }
fault-record-cells = thiếu dấu của ô ở bảng { $file }
fault-rows-untold = không ghi { $file } có bao nhiêu dòng
fault-described-otherwise = mô tả các bảng khác với cách chương trình đọc: { $error }
fault-file-folder = ở chỗ của tệp là một thư mục
fault-file-closed = không mở được tệp
fault-file-large = tệp lớn hơn { $most } MB
fault-file-bytes = có ký tự NUL, không phải văn bản (dòng { $line })
fault-many-rows = có hơn { $most } dòng
fault-quotes = dấu nháy kép mở mà không đóng, hoặc một ô dài không dứt
fault-no-headings = không phải dòng tên cột: “{ $found }”
fault-headings-order = các tên cột đứng sai thứ tự
fault-heading = tên cột là { $found }, đúng ra là { $expected }
fault-headings-again = dòng tên cột lặp lại
fault-written = “{ $cell }” không phải { $kind ->
    [date] một ngày
    [year] một năm
    [boolean] có hay không
   *[number] một số
 } viết theo cách chung
fault-encoding = không phải { $encoding } (dòng { $line })
fault-file-empty = tệp trống
fault-cut-off = hết giữa chừng một dòng: có thể đã bị cắt
fault-separators = các cột ngăn bằng { $marks }
fault-no-rows = chỉ có dòng tên cột, không có dòng nào
fault-row-separated = các ô không ngăn như ở dòng tên cột
fault-character = “{ $cell }”: ở chỗ “{ $mark }” có { $code }, { $kind ->
    [control] một ký tự điều khiển
    [line] một dấu xuống dòng
    [tab] một dấu tab
    [direction] một dấu đổi chiều viết
    [hidden] một ký tự không hiện ra
    [damaged] dấu thế chỗ một ký tự đã mất
    [space] một dấu cách có độ rộng khác thường
    [letter] một chữ viết từ phải sang trái
    [digit] một chữ số của hệ chữ khác
    [marks] một dấu thừa trên chữ
   *[unknown] một ký tự không có nghĩa
}
fault-formula = “{ $cell }”: bảng tính coi ô bắt đầu bằng “{ $mark }” là công thức
fault-long-cell = có { $count } ký tự, mà một ô chỉ chứa được { $most }
fault-blank-cell = chỉ có dấu cách
fault-address = “{ $cell }” không phải địa chỉ web
fault-thousands = “{ $cell }”: có dấu giữa hàng nghìn
fault-several-marks = “{ $cell }”: có dấu giữa hàng nghìn
fault-either-number = “{ $cell }”: { $one } hay { $other }?
fault-comma-among-points = “{ $cell }”: dấu phẩy thập phân, trong khi tệp dùng dấu chấm thập phân, như ở “{ $point }”
fault-month = “{ $cell }”: tháng viết theo kiểu Excel
fault-month-or-day = “{ $cell }”: tháng { $month } hay ngày { $day }?
fault-month-or-days = “{ $cell }”: tháng { $month }, ngày { $day } hay ngày { $other }?
fault-day = “{ $cell }” không phải ngày, tháng, năm
cure-restore-rows = lấy lại các dòng từ git
cure-both-or-none = điền cả hai hoặc bỏ trống cả hai
cure-goes-on = đơn vị còn tiếp thì không có kế tiếp; đơn vị mới có mã riêng
cure-days = sửa ngày này hoặc ngày kia
cure-beginning = chỉ đơn vị do đơn vị khác nhập thành mới có ngày bắt đầu
cure-code = sửa mã
cure-unit-then = dùng đơn vị của thời điểm đó trong provinces.csv
cure-former = { $name } là tỉnh đến hết năm { $year }, nay thuộc { $whole }: tệp này nói về thời khác
cure-province-id = dùng một mã trong provinces.csv
cure-fill-one = điền một trong hai
cure-keep-one = giữ một trong hai: giá trị, hoặc tình trạng
cure-exactness = ghi mức chính xác
cure-leave-empty = để trống
cure-between = từ { $low } đến { $high }
cure-base-uncounted = để trống, tổng số ghi vào chú thích
cure-part = phần không lớn hơn toàn thể
cure-period = sửa kỳ, hoặc ghi nguồn nói về kỳ ấy
cure-both-sources = đối chiếu cả hai với nguồn; nếu đúng là khác nhau thì ghi mã nguồn kia vào cột note của một dòng
cure-looked-at = đối chiếu với nguồn; nếu đúng thì ghi “{ $mark }” vào cột note
cure-thousands = viết hàng nghìn không có dấu chấm
cure-source-before = ghi đúng nguồn của kỳ này, hoặc sửa ngày công bố
cure-as-of = ghi một ngày không trước { $day }
cure-to-fill = hoặc xóa dòng này nếu chưa ai công bố
cure-office-named = viết “{ $instead }”, không kèm tên tỉnh
cure-as-of-late = ghi một ngày không sau { $day }
cure-other-table = có thể đây là bảng của kỳ { $edition }: hãy đối chiếu với nguồn
cure-confirm-columns = cho các cột province, component, source, và score hoặc rank
cure-confirm-province = { $near ->
    [none] viết mã hay tên tỉnh như trong data/provinces.csv
   *[other] có phải { $near }?
}
cure-scores = ghi điểm đúng như đã công bố, không đổi sang phần trăm hay thang điểm khác
cure-decimal-sign = dùng một dấu thập phân cho cả bảng
cure-column-again = chỉ giữ một cột; các bảng nằm cạnh nhau thì xếp bảng này dưới bảng kia
cure-province-again = mỗi tỉnh chỉ giữ một dòng
cure-nameless = ghi tên tỉnh
cure-tables-differ = đối chiếu với nguồn, hoặc chọn một trang tính bằng --sheet
cure-incomplete = bổ sung cho đủ bảng, hoặc nhập với --partial
cure-undecided = đặt tên cột là “Hoạt động …” hoặc “Trụ cột …”
cure-order = đối chiếu với nguồn; nếu đúng thì nhập với --yes
cure-coarse = tìm bảng có { $needed } chữ số thập phân; với --partial thì chỉ lấy các thứ hạng đã in
cure-of-another-method = dùng --like { $other }, hoặc bỏ cột ấy khỏi tệp
cure-units-to-come = ghi đúng ngày công bố bảng này, hoặc nhập bảng của các tỉnh như trước đó
cure-units = nói rõ: { $options }
cure-no-points = đặt tên cột như vậy
cure-points-of = cho điểm từng thành phần ấy, không thêm thành phần nào khác
cure-number = sửa số này
cure-published = dùng ngày công bố
cure-points = sửa điểm tối đa ở cột points
cure-drop-row = bỏ dòng này
cure-rank = sửa hạng
cure-source = đối chiếu với nguồn
cure-fact = mở cả hai tài liệu: sửa dòng ghi sai, hoặc sửa số đối chứng nếu chép nhầm
cure-fact-row = trả lại dòng bị mất, hoặc sửa tên dòng (bảng/khóa)
cure-fact-column = ghi tên một cột có số, hoặc bỏ dòng này
cure-fact-source = ghi một tài liệu khác, hoặc bỏ dòng này
cure-link-to = nối tới một hạn chế
cure-link-from = nối từ một nhiệm vụ hoặc kế hoạch
cure-tile-grid = thêm vào helpers.drawing.archipelagos, hoặc bỏ các dòng này
cure-tile-add = thêm dòng cho nơi này, với một chỗ riêng
cure-tile-move = cho nơi này một chỗ riêng
cure-key = mỗi khóa giữ một dòng
cure-foreign = thêm dòng được trỏ tới, hoặc sửa ô này
cure-unique = không để trùng
cure-missing-cell = điền đủ các cột; có thể dòng đã bị cắt
cure-extra-cell = đặt chữ có dấu phẩy trong dấu nháy kép
cure-label = đặt tên cột như trong datapackage.json
cure-value = sửa giá trị
cure-descriptor = sửa phần mô tả
cure-restore = lấy lại từ git
cure-rows-moved = xếp lại như cũ, hoặc chạy { $command }
cure-row-lost = lấy lại từ git; nếu bỏ có chủ ý thì chạy { $command }
cure-cell-changed = đối chiếu với nguồn; nếu đúng thì chạy { $command }
cure-record = lấy lại từ git, hoặc xem kỹ các bảng rồi chạy { $command }
cure-file-closed = đóng chương trình đang giữ tệp, xem quyền đọc
cure-quotes = đóng dấu nháy kép, hoặc lấy lại tệp từ git
cure-headings = dòng đầu phải là: { $names }
cure-headings-again = bỏ dòng này
cure-written = viết như { $example }
cure-encoding = lưu lại thành CSV { $encoding }
cure-cut-off = lấy lại, và kết thúc bằng một dấu xuống dòng
cure-open-right = lấy lại từ git; trong Excel mở bằng Data > From Text/CSV, mọi cột kiểu Text
cure-character = gõ lại các chữ ở chỗ “{ $mark }”
cure-formula = bắt đầu bằng một chữ cái
cure-long-cell = rút ngắn lại
cure-blank-cell = để trống hẳn
cure-address = viết như { $example }
cure-write = viết { $digits }
cure-write-either = viết { $digits } hoặc { $point }
cure-write-or = viết { $digits }, hoặc định dạng cột là Text và viết { $point }
cure-write-without = viết không có các dấu ấy
cure-as-text = định dạng cột là Text và viết như { $example }
cure-in-the-form = định dạng cột là Text và viết theo dạng { $example }
cure-month-or-day = định dạng cột là Text; nếu là tháng thì viết { $month }, nếu là ngày thì viết { $day }
cure-month-or-days = định dạng cột là Text; nếu là tháng thì viết { $month }, nếu là ngày thì viết { $day } hoặc { $other }
cure-one-day = định dạng cột là Text và viết như thế ngày muốn nói

## Biểu mẫu
form-sheet = { $name ->
    [briefing] Báo cáo
    [results] Kết quả
   *[sources] Nguồn
}
form-heading = { $name ->
    [briefing] Báo cáo chuyển đổi số năm
    [result] Kết quả
    [results] Kết quả năm
    [source] Nguồn
   *[sources] Nguồn cho báo cáo năm
}
form-guide = { $name ->
    [briefing] Điền các ô màu vàng
    [results] Mỗi dòng một chỉ tiêu: chỉ điền ô màu vàng; chưa tìm thấy thì để trống cả dòng
   *[sources] Nguồn mới điền vào các ô màu vàng ở trên; nguồn đã có ở dưới để tra
}
form-step = { $name ->
    [fill] Trang Kết quả: cạnh mỗi ô cần điền có số liệu lần trước, kỳ và nguồn của số ấy.
    [empty] Chưa tìm thấy thì để trống. Nguồn nói chưa công bố, hoặc không xếp hạng, thì chọn ở cột Tình trạng và ghi nguồn ấy.
    [numbers] Dùng dấu phẩy cho phần lẻ; ngày viết theo thứ tự ngày, tháng, năm.
    [new] Nguồn mới: điền ở trang Nguồn trước, rồi chọn tên nguồn ấy ở cột Nguồn của trang Kết quả.
   *[take] Điền xong thì lưu lại và chạy lệnh briefing take với tệp này.
}
form-column = { $name ->
    [indicator] Chỉ tiêu
    [name_en] Tên tiếng Anh
    [scope] Nơi
    [unit] Đơn vị
    [last] Lần trước
    [last_period] Kỳ của lần trước
    [last_source] Nguồn của lần trước
    [target] Mục tiêu quá hạn
    [value] Giá trị
    [qualifier] Mức chính xác
    [base] Trên tổng số
    [state] Tình trạng
    [period] Kỳ
    [timing] Thời điểm trong kỳ
    [source] Nguồn
    [locator] Chỗ trong nguồn
    [note] Ghi chú
    [code] Mã dòng, không sửa
    [name] Tên để chọn
    [title] Tên văn bản, bài viết
    [publisher] Nơi công bố
    [publisher_en] Nơi công bố, tiếng Anh
    [language] Ngôn ngữ
    [published] Ngày công bố ghi trên nguồn
    [available_from] Có từ ngày
    [url] Địa chỉ web
    [field] Mục
    [field_en] Mục, tiếng Anh
    [answer] Điền vào đây
    [as_of] Ngày chốt số liệu
    [title_vi] Tên báo cáo, tiếng Việt
    [title_en] Tên báo cáo, tiếng Anh
    [office_vi] Đơn vị lập, tiếng Việt (không kèm tên tỉnh)
    [office_en] Đơn vị lập, tiếng Anh (không kèm tên tỉnh)
    [year] Năm báo cáo, không sửa
    [province] Mã tỉnh, không sửa
   *[other] { $name }
}
form-qualifier = { $name ->
    [exact] Chính xác
    [approx] Khoảng
    [more_than] Hơn
    [no_less_than] Không dưới
    [at_least] Ít nhất
    [at_most] Không quá
   *[other] { $name }
}
form-state = { $name ->
    [done] Đã hoàn thành
    [under_way] Đang triển khai
    [routine] Đã đi vào nền nếp
    [started] Bước đầu hình thành
    [unpublished] Nguồn nói chưa công bố
    [not_ranked] Không xếp hạng
   *[other] { $name }
}
form-timing = { $name ->
    [during] Trong kỳ
    [on] Vào ngày ấy
    [before] Trước ngày ấy
    [early] Đầu năm
    [late] Cuối năm
    [until] Từ đầu năm đến hết kỳ
   *[other] { $name }
}
form-language = { $name ->
    [vi] Tiếng Việt
    [en] Tiếng Anh
    [fr] Tiếng Pháp
   *[other] { $name }
}
form-text = { $name ->
    [national] Cả nước
    [event] việc làm
    [new_source] Nguồn mới
    [rule] Chưa đúng
   *[nothing] chưa có
}
form-target = { $value }, hạn { $due }
form-rule = { $name ->
    [whole] Phải là số nguyên, viết hàng nghìn không có dấu chấm
    [decimal] Phải là số; tỷ lệ phần trăm thì không quá một trăm
    [date] Nên viết ngày, tháng, năm
   *[list] Chọn trong danh sách
}
form-no-number = “{ $cell }” không phải là số
form-not-whole = “{ $cell }” không phải số nguyên
form-no-share = “{ $cell }”: đơn vị này không tính bằng phần trăm
form-no-day = “{ $cell }” không phải ngày, tháng, năm
form-no-choice = “{ $cell }” không có trong danh sách
form-no-locator = “{ $cell }” không chỉ ra chỗ nào trong nguồn
form-no-code = mã dòng “{ $cell }” đã bị sửa
form-no-source = không có nguồn “{ $cell }”
form-no-columns = thiếu { $names }
form-no-sheet = thiếu trang “{ $name }”
form-needed = ô này phải điền
form-half = ô này còn trống, trong khi dòng đã có { $names }
form-emptied = ô này để trống, trong khi { $file }, dòng { $row } đã có số liệu
form-keep-name = không đổi tên ở cột này: nguồn mới mang một trong các tên từ “{ $first }” đến “{ $last }”
form-fill-or-clear = { $kind ->
    [state] điền Tình trạng, hoặc để trống cả dòng
   *[value] điền Giá trị hoặc Tình trạng; chưa tìm thấy thì để trống cả dòng
}
form-write-again = điền lại { $name }; muốn bỏ kết quả này thì xóa dòng { $row } trong { $file }, rồi chạy briefing accept
form-no-workbook = { $file } không phải tệp Excel (xlsx): hãy mở bằng Excel hay LibreOffice và lưu lại thành xlsx
form-write-number = viết một con số, phần lẻ sau dấu phẩy
form-write-whole = đơn vị này đếm từng cái: viết số nguyên, hàng nghìn không có dấu chấm
form-write-either = viết { $digits } hoặc { $point }
form-write-day = viết như { $day }
form-choose = chọn một trong: { $names }
form-write-locator = viết “đoạn” kèm số của đoạn, hoặc: tiêu đề, phần mục tiêu, bảng xếp hạng; không biết thì để trống
form-new-form = chép những gì đã điền sang một biểu mẫu mới, do lệnh briefing new-year ghi ra
form-fill-in = điền { $name }
form-name-source = chọn một nguồn trong danh sách, hoặc điền nguồn mới ở trang “{ $sheet }”
form-file-name = { $file }: biểu mẫu là tệp xlsx, hãy đặt tên có đuôi ấy
form-file-there = Đã có { $file }, có thể ai đó đã điền: hãy đặt tên khác
form-next = Đã ghi biểu mẫu { $file }. Điền xong thì chạy: briefing take { $file }
form-nothing-new = Không có gì để thay đổi: { $count } dòng trong dữ liệu đã đúng như biểu mẫu.
form-not-written = Chưa ghi gì.
form-written = Đã ghi vào { $file }
form-late = nguồn { $source } chỉ có sau ngày chốt số liệu, báo cáo này sẽ không dùng dòng này
form-jump = { $fault }
form-kept = { $place } để trống, trong khi { $file }, dòng { $row } có { $value }: giữ nguyên
form-stays = { $count } ô trên đây để trống trong biểu mẫu nhưng dữ liệu đã có, và được giữ nguyên; muốn bỏ thì sửa trong tệp dữ liệu, rồi chạy briefing accept
form-ask = { $doubt }. Vẫn ghi?
form-ask-write = Ghi những dòng này?
form-no-answer = { $count } chỗ trên đây cần người trả lời: đối chiếu với nguồn, rồi chạy lại với --yes. Chưa ghi gì.
form-sound = Dữ liệu không có lỗi.

## Bản nháp
draft-banner = Bản nháp
draft-mark = ???
draft-card = Số của năm báo cáo còn chờ điền: ???
draft-note = Trang này chỉ để xem trước: các ô ghi { $mark } chưa điền và không được dùng vào đâu. Không công bố.
draft-day = Ngày chốt số liệu chưa điền: bản nháp tạm lấy ngày cuối năm.
draft-waits = Còn chờ điền
draft-options = --draft làm một năm, không in PDF: hãy viết --year và năm ấy
draft-none = Không còn ô nào phải điền.
preview-banner = Xem thử
preview-note = Trang này để xem trong lúc làm: có chương có thể là của lần chạy trước. Không công bố.
preview-proven = Mọi con số trên trang đều có đường về nguồn.
preview-unproven = Những con số chưa có đường về nguồn

## Computations, by their public names
computation-own = Do chuyên viên tính trong sổ tay, từ các nguồn được dẫn.
computation-standing = Vị trí của tỉnh trong một kỳ: bậc phần trăm, số nơi xếp sau, khoảng cách tới trung bình và tới các tỉnh gần nhất.
computation-pillars = Trụ cột xếp hạng tốt nhất và kém nhất của tỉnh, bên điểm tốt nhất đã biết của từng trụ cột.
computation-story = Hạng của tỉnh ở từng chỉ số và trụ cột, trung bình của mọi tỉnh, và điểm còn thiếu đến hạng trên.
computation-falls = Số bậc mà từng trụ cột mất đi kể từ kỳ đầu tiên xếp hạng ngần ấy tỉnh, thành phố.
computation-breakdown = Các phần cộng lại thành tổng điểm, của mọi tỉnh đã biết đủ các phần.
computation-completed = Điểm nhóm chỉ số nền tảng chung, điểm trụ cột và hạng suy ra từ những điểm đã công bố của cùng kỳ.
computation-proof = Đối chiếu từng tổng điểm đã công bố với các thành phần của nó, trong phạm vi làm tròn.
computation-agreement = So thứ hạng trụ cột đã công bố với thứ hạng suy ra từ các chỉ số.
computation-rounding = Khoảng thứ hạng còn bỏ ngỏ do điểm công bố đã làm tròn.
computation-weights = Trọng số của từng phần trong tổng điểm.
computation-contributions = Phần của từng thành phần trong chênh lệch tổng điểm: trọng số nhân với chênh lệch điểm.
computation-climb = Mức tăng nhỏ nhất, ở một thành phần hoặc ở tổng điểm, để lên tới một hạng.
computation-lift = Thành phần yếu nhất dưới trung bình và điều thay đổi nếu lên mức trung bình.
computation-margin = Mức giảm nhỏ nhất làm mất một hạng.
computation-history = Thứ hạng qua các kỳ và số bậc thay đổi.
computation-region = Thứ tự của tỉnh trong vùng.
computation-fifths = Nhóm một phần năm theo hạng, và số tỉnh, thành phố trong nhóm.
computation-region-moves = Thứ tự của tỉnh trong vùng ở hai kỳ, và ai vượt ai.
computation-likeness = Khoảng cách giữa các tỉnh theo điểm trụ cột, hoặc theo dân số và GRDP đầu người.
computation-ahead = Phần mà các tỉnh tương đồng xếp trên hơn tỉnh, tính ra điểm của tổng.
computation-income-link = Tương quan hạng giữa tổng điểm và GRDP đầu người, và mức ước tính theo đường hồi quy.
computation-neighbourhood = Các hạng ngay trên và ngay dưới tỉnh.
computation-corners = Thứ hạng nếu chỉ tính một trụ cột.
computation-reweighted = Thứ hạng khi đổi trọng số.
computation-weight-range = Khoảng chứa phần lớn các trọng số mô phỏng.
computation-firmness = Thứ hạng qua các bộ trọng số mô phỏng, và hạng tốt nhất, kém nhất với mọi trọng số.
computation-acceptability = Tỷ lệ mô phỏng trong đó tỉnh đạt từng hạng.
computation-extreme-ranks = Hạng tốt nhất và kém nhất với mọi trọng số, tính chính xác bằng quy hoạch nguyên.
computation-rank-classes = Các nhóm hạng, mỗi nhóm bằng nhau.
computation-against-group = Điểm thành phần của tỉnh so với trung bình của các tỉnh khác.
computation-nearest-weights = Bộ trọng số gần trọng số chính thức nhất mà tỉnh có một hạng, tính chính xác bằng quy hoạch nguyên.
computation-bracket = Giới hạn của hạng tốt nhất và kém nhất rút ra từ thứ hạng trụ cột đã công bố.
computation-leave-one-out = Thứ hạng khi bỏ lần lượt từng thành phần.
computation-variance-shares = Phần của từng trọng số trong biến động của thứ hạng (chỉ số độ nhạy Sobol).
computation-answers = Hạn chế nào có nhiệm vụ khắc phục trực tiếp, một phần, hoặc chưa có.
computation-progress = Mục tiêu đối chiếu với kết quả: tình trạng và khoảng cách còn lại.
computation-tally = Số mục tiêu theo tình trạng.
computation-count = Đếm số dòng dữ liệu mà câu này nói tới.
computation-setting = Con số do người làm báo cáo chọn.
computation-quality = Đếm những gì các phép kiểm chứng của báo cáo này đã xem: số trên trang, tổng điểm, số liệu đối chứng, nguồn.
computation-reserve = Số bậc còn dư, hoặc còn thiếu, so với mục tiêu thứ hạng tốt nhất.
