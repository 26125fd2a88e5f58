# The words of the briefing. Every number comes from the data: a sentence only names it.

## The briefing
briefing-title = { $province } digital transformation in { $year }
briefing-kicker = Briefing for the steering committee on digital transformation
briefing-as-of = Published figures up to { $as_of }
briefing-contents = Contents
briefing-foot = Every figure in this briefing leads to a source in the appendix. What has not been published is said to be unknown.
briefing-skip = To the main text

## Chapters
overview-title = { $year } on one page
online-services-title = Online public services
dti-position-title = Position in the DTI ranking
dti-outlook-title = Keeping the rank: what it takes and how far it is
agenda-title = Limitations, tasks and targets
appendix-title = Appendix: method and sources

## Sources
sources-title = Sources
source-undated = no date shown
locator-paragraph = paragraph { $places }
locator-answer = answer { $places }
locator-title = title
locator-targets = its targets
locator-table = ranking table
figure-source = Source:
figure-data = Show the data of the chart

## Values
item = { $text }
value-of-base = { $value }/{ $base }
value-not-published = not published
value-none = –
value-not-stated = no number given
value-in-period = { $value } ({ $period })
qualifier-exact = { $value }
qualifier-approx = about { $value }
qualifier-nearly = nearly { $value }
qualifier-at-least = more than { $value }
qualifier-more-than = over { $value }
qualifier-no-less-than = at least { $value }
qualifier-at-most = at most { $value }
unit-services = { $count ->
    [one] { $value } service
   *[other] { $value } services
}
unit-percent = { $value }%
unit-units = { $value } ministries and provinces
unit-event = { $value }
unit-files = { $value } files
unit-rank = rank { $value }
unit-sites = { $value } sites
unit-levels = { $value } levels
unit-provinces = { $value } provinces
unit-score = { $value }
unit-index-points = { $value } points
unit-documents = { $count ->
    [one] { $value } document
   *[other] { $value } documents
}
unit-teams = { $value } teams
unit-million = { $value } million
unit-enterprises = { $value } enterprises
unit-organisations = { $value } organisations
unit-households = { $value } households
unit-percent-a-year = { $value }% a year
unit-goals = { $value } goals
unit-tasks = { $value } tasks
timing-during = { $period }
timing-on = on { $period }
timing-before = before { $period }
timing-early = the first months of { $period }
state-done = Done
state-under-way = Under way
state-routine = Routine
state-started = First shape only
state-reported = Reported

## Targets
target-rank = rank { $rank } or better
due-edition = DTI edition { $edition }
set-by-resolution-111 = Resolution 111-NQ/TU
set-by-committee = provincial steering committee
set-by-province = the province
set-by-ministry = Ministry of Information and Communications
set-by-plan-6649 = Plan 6649/KH-UBND
target-met = Met
target-missed = Missed
target-holds-today = Holds today
target-not-yet = Not yet, still running
target-not-judged = Too imprecise to judge
target-not-reported = Not reported
target-name = { $name } ({ $set_by })

## Table columns
column-measure = Measure
column-value = Value
column-target = Target
column-work = Work
column-state = Stage
column-province = Province
column-pillar = Pillar
column-weight = Weight
column-part = Against { $rival }
column-score = Score
column-gain = Gain needed
column-best = Best published
column-rank = Rank
column-distance = Distance
column-due = Due
column-set-by = Set by
column-verdict = Verdict
column-promise = Promised
column-today = Newest result
column-limitation = Limitation
column-answered = Answered by a task
column-by = How

## 1. Overview
overview-sentence = { $province } ranks { $rank } of { $ranked } in digital transformation (DTI { $edition }): strong in { $strong }, rank { $strong_rank }; weak in { $weak }, rank { $weak_rank }.
overview-sentence-rank = { $province } ranks { $rank } of { $ranked } in digital transformation (DTI { $edition }).
overview-sentence-unknown = The sources of the { $year } briefing give no digital transformation rank for { $province }.
overview-no-figures = The data of this briefing hold no result of { $province } itself.
overview-figures = Key figures
overview-well = What went well
overview-short = What fell short
overview-next = What is next
overview-strong = { $pillar }: rank { $rank } of { $ranked }, score { $score }; the best is { $leader } with { $best }.
overview-weak = { $pillar }: rank { $rank } of { $ranked }, score { $score }; the best is { $leader } with { $best }.
overview-signing = Digital signing of electronic documents reached { $value }; the ministry judged it first in the country.
overview-services = { $services } are online at level 3-4: { $share } of the eligible procedures.
overview-not-reported = { $indicator }: no result has been published for the target of { $value } in { $due }.
overview-limitations = The committee named { $count } limitations: { $names }.
overview-tasks = { $count } main tasks have been set; the last chapter lists them.
overview-decide = To decide: no task answers the limitation on { $names }.
status-complete = Complete
status-on-target = Within the nearest target
status-off-target = Short of the nearest target
status-no-target = No target to hold it against
status-unknown = No result published
card-not-published = Not published
card-no-comparison = No like figure has been published to compare it with.
card-target = Target for { $due }: { $value } ({ $set_by })
card-national = Nation, { $period }: { $value }
card-earlier = Already { $period }: { $value }
card-context-services-level-3-4-share = Nation, { $period }: { $value } of all public services, another base
card-context-digital-signing-rank = Nationwide: { $value }; how many were compared is not stated
card-period = As reported { $period }
card-context-services-level-3-4 = The provincial portal offers { $value } at level 3-4
card-dti-score = Score { $score }; mean of the { $ranked } provinces { $mean }

## 2. Online services
services-offer = What is offered
services-supply = { $province } offers { $services } online at level 3-4, which is { $share } of the eligible procedures within its powers.
services-supply-unknown = The data hold no number of online services of { $province } in { $year }.
services-unchanged = The same { $value } were already reported { $period }: the number did not grow after that.
services-payment = Online payment has been integrated into both the provincial and the national service portal.
services-national-portal = As reported { $period }, { $all } were integrated, or being integrated, into the national portal: { $third } at level 3 and { $fourth } at level 4.
services-portals-unknown = The data hold nothing on the portals and online payment of { $province } in { $year }.
services-usage = What is used
services-files = In { $period }, { $files } were submitted online.
services-share-not-reported = The province set itself a target of { $target } of files submitted online in { $year }. The year’s result has not been published, so it is not known whether the target was met.
services-use-unknown = The data do not say how much the online services of { $province } were used in { $year }.
services-signed = Digital signing and work handled online
services-signing = Digital signing of electronic documents reached { $value }.
services-signing-first = The Ministry of Information and Communications judged this first in the country; the source does not say how many were compared.
services-routine = Sending and receiving digitally signed documents, and handling work files online, have become routine.
services-signing-unknown = The data hold no result on digital signing of { $province } in { $year }.
services-country = Beside the nation
services-national-unknown = The nation’s figures for { $year } are too few to compare with.
services-national-growth = Nationwide, services at level 3-4 grew from { $first } ({ $first_year }) to { $last } ({ $last_year }) of all public services.
services-national-level-4 = The same report puts { $share } of public services at level 4 (it does not state the base); { $day }, { $units } had all eligible services at level 4.
services-base-differs = The province’s share is of eligible procedures, the nation’s of all public services: they may stand side by side but not be subtracted.
services-behind = What stands behind the services
services-foundations-caption = Groundwork reported in { $year }
services-foundations-unknown = The data hold nothing on the groundwork of { $province } in { $year }.
national-shares-title = Nation: { $offered } of public services online at level 3-4; { $used } of online ones received a file
national-shares-subtitle = Per cent, whole country, { $year }; the coloured mark is the year’s target
national-shares-description = Bar chart, whole country, { $year }: { $offered } of public services are online at level 3-4, but only { $used } of the online services received any file and { $files } of files were submitted online.
national-shares-caption = Three shares of the nation and the year’s targets
bar-target = target { $value }%
no-target = no target found

## 3. DTI position
dti-rank = DTI { $edition } ranks { $province } { $rank } of { $ranked }: ahead of { $behind } other provinces.
dti-no-rank = The sources of this briefing give no DTI rank for { $province }.
dti-no-score = No score of { $province } is published in the sources at hand, so no distance can be computed.
dti-mean-above = Its total is { $score }, which is { $difference } above the mean of the { $ranked } provinces ({ $mean }).
dti-mean-below = Its total is { $score }, which is { $difference } below the mean of the { $ranked } provinces ({ $mean }).
dti-mean-equal = Its total is { $score }, exactly the mean of the { $ranked } provinces ({ $mean }), a difference of { $difference }.
dti-first = { $province } leads; there is no province above it.
dti-gaps = The province just above is { $above } (rank { $above_rank }), ahead by { $above_gap }; the leader is { $leader }, ahead by { $leader_gap }.
dti-coverage = For edition { $edition } the sources at hand publish the totals of { $published } and the ranks of { $ranks } of the { $ranked } provinces. The others are unknown and not filled in.
ladder-title = { $province } ranks { $rank } of { $ranked }: { $above_gap } behind the rank above, { $leader_gap } behind the leader
ladder-subtitle = DTI { $edition } total (scale 0–1), { $published } of { $ranked } provinces with a published score
ladder-description = Bar chart of the DTI { $edition } totals: { $province } is at rank { $rank } with { $score }; the leader is { $first } with { $first_score }; the mean of the { $ranked } provinces is { $mean }. A dotted line marks provinces without a published score.
ladder-first-title = { $province } leads the { $ranked } provinces with { $score }
ladder-first-subtitle = DTI { $edition } total (scale 0–1), { $published } of { $ranked } provinces with a published score
ladder-first-description = Bar chart of the DTI { $edition } totals: { $province } leads with { $score }; the mean of the { $ranked } provinces is { $mean }. A dotted line marks provinces without a published score.
ladder-without-title = The published totals; none is published for { $province }
ladder-without-subtitle = DTI { $edition } total (scale 0–1), { $published } of { $ranked } provinces with a published score
ladder-without-description = Bar chart of the DTI { $edition } totals, without { $province }, whose score is not published: the leader is { $first } with { $first_score }; the mean of the { $ranked } provinces is { $mean }.
ladder-mean = mean { $mean }
ladder-caption = Published totals
pillars-heading = The three pillars
pillars = The strongest is { $strong }, rank { $strong_rank } of { $ranked }; the weakest is { $weak }, rank { $weak_rank } of { $ranked }.
pillars-unknown = Too few pillar ranks of { $province } are published for edition { $edition } to name a strong and a weak one.
pillar-label = { $name } (rank { $rank } of { $ranked })
profile-title = { $province } is weak in { $weak } and strong in { $strong }
profile-subtitle = DTI { $edition } pillar scores (scale 0–1)
profile-description = Dot plot of the three DTI { $edition } pillars of { $province }: { $strong } { $strong_score }, { $weak } { $weak_score }, where the best published score of that pillar is { $weak_best }.
profile-even-title = { $province }: scores of the three pillars
profile-even-subtitle = DTI { $edition } pillar scores (scale 0–1)
profile-even-description = Dot plot of the DTI { $edition } pillars of { $province }: the highest is { $strong } with { $strong_score }, the lowest { $weak } with { $weak_score }.
profile-caption = Pillar scores
profile-unknown = The pillar scores of { $province } are not published in the sources at hand.
gaps-heading = Where the gap comes from
gaps-title = Against { $rival }, { $pillar } pulls { $province } down the most
gaps-subtitle = Each pillar’s part of the gap in the DTI { $edition } total (weight × difference of scores)
gaps-description = Bar chart around zero: { $province } trails { $rival } by { $gap } in the DTI { $edition } total, of which { $pillar } makes { $part }.
gaps-caption = Each pillar’s part of the gap in the total
gap-heading = Against { $rival } (rank { $rank }): { $gap }
gaps-unknown = The gap cannot be split by pillar: { $province } leads, or the pillar scores are not published.
gaps-mean = The national mean of each pillar in edition { $edition } is not in the sources at hand, so the difference from the mean cannot be split by pillar.

## 4. DTI outlook
outlook-goal = The committee wants { $province } to keep rank { $goal } in DTI edition { $next }; in edition { $edition } it ranks { $rank }.
outlook-no-goal = { $province } ranks { $rank } in DTI edition { $edition }; no goal for the next edition is known.
outlook-no-rank = No DTI rank of { $province } is known, so what keeping it takes cannot be said.
outlook-no-score = No score of { $province } is published, so the distance to its neighbours is not known.
outlook-upwards = Upwards: { $gap } more is enough to catch up with { $above } (rank { $above_rank }). With one pillar alone it takes at least { $gain } in { $pillar }, all other provinces unchanged.
outlook-downwards = Downwards: { $below } (rank { $below_rank }) is { $margin } behind.
outlook-downwards-gap = Downwards: no scores of ranks { $first } to { $last } are published. The nearest with a score is { $below } (rank { $below_rank }), { $margin } behind: the true margin is no larger than that and may be much smaller.
outlook-around = The neighbours
gains-caption = Gain in each pillar that catches up with { $above } ({ $gap } ahead), all other provinces unchanged
gains-none = There is no province above { $province } with a known score to catch up with.
neighbours-caption = Five ranks above and below { $province }, DTI { $edition }
neighbours-none = No rank of { $province } is known to list its neighbours.
rank-targets-heading = Promised ranks
rank-targets-title = Rank { $rank } is today within { $holding } of { $count } ranks promised for the years ahead
rank-targets-subtitle = DTI rank among { $ranked } provinces; the dot is edition { $edition }, a grey band is where a target is met
rank-targets-description = Bar chart by year: { $province } at rank { $rank } in DTI edition { $edition }; { $count } rank targets until { $last_due }, of which { $holding } hold today.
rank-targets-caption = The targets for the DTI rank
rank-targets-none = No rank target, or no rank, of { $province } is known to hold against each other.
rank-targets-caution = These are ranks, not scores: with the same score a rank is lost when others move ahead. A target equal to today’s rank leaves no reserve.
rank-today = rank { $rank }
rank-target = rank { $rank }

## 5. Limitations, tasks, targets
agenda-finding = Of the { $limitations } limitations the committee named, tasks aim straight at { $direct } and touch { $part } in part; { $none ->
    [0] none is left without an answer.
   *[other] { $none } is left without any answer: { $names }.
}
agenda-unknown = The sources at hand hold no limitations and tasks of { $province } for { $year }.
agenda-no-limitations = Limitations of { $province }: not known.
limitations-caption = Each limitation and what answers it
agenda-reading = The links between tasks and limitations are this briefing’s reading, not the committee’s. The list of limitations in the source is left open.
extent-direct = Aimed at
extent-part = In part
extent-none = Not yet
answers-none = No task speaks of it
answer = { $item }: { $reason }.
agenda-work = The work set
agenda-instructions = What departments and districts are asked
agenda-tasks = Main tasks
agenda-goals = Goal to strive for
agenda-no-tasks = Tasks of { $province } after { $year }: not known.
agenda-unlinked = { $count } of { $tasks } tasks answer none of the limitations named: { $names }. They carry development further rather than remedy a limitation.
agenda-plan = The coordination plan
agenda-aims = Its aims
agenda-fields = Its fields
agenda-no-plan = The data hold no coordination plan of { $province }.
agenda-promises = Targets and when they fall due
agenda-no-targets = The data hold no target of { $province }.
targets-finding = For { $silent } of { $count } targets no result has been published to hold them against.
targets-caption = Targets, due years and newest results

## Appendix
method-point-in-time = Point in time. The briefing uses only what was published by { $as_of }; nothing later is in it.
method-precision = Precision. Figures keep the precision of their source: approximate ones say “nearly”, “about” or “more than” and are never compared as exact. Differences are rounded to four decimals, as the scores are published.
method-unknown = What is unknown. A value without a source stays empty and is said to be unknown; nothing is estimated or filled in.
method-own-reading = Judgements. How far tasks answer limitations, and the differences computed, are this briefing’s own.
method-dti = The index. DTI { $edition } (published { $published }) is a weighted composite indicator: { $weights }. A pillar’s part of a gap is its weight times the difference of the pillar’s scores.
appendix-table = The DTI { $edition } table this briefing rests on
appendix-table-caption = Scores and ranks (in brackets) as published, DTI { $edition }; a dash means not published
proof = Proof: { $holds } of { $count } totals with all pillars published follow from their pillars; the largest residual is { $largest }, within rounding.
proof-none = Proof: no row of edition { $edition } has every component needed to recompute its total.
