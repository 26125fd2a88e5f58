# The words of the briefing. Every number comes from the data: a sentence only names it.

## The briefing
briefing-kicker = Briefing for the steering committee on digital transformation
briefing-as-of = Published figures up to { $as_of }
briefing-contents = Contents
briefing-foot = Every figure in this briefing can be traced to a source in the appendix. What was not found in the sources read is said to be not found or not known.
sheet-whole = Page one of the briefing; the chapters and the appendix it names are in the whole briefing.
sheet-shortened = Shortened from page one of the briefing; the rest of it, the chapters and the appendix are in the whole briefing.
briefing-skip = To the contents
briefing-details = Details in the appendix
briefing-back = Back to the contents
briefing-office = { $office } of { $province }
briefing-issued = Prepared by the { $office } of { $province }
briefing-gathered = Gathered from public sources

## Chapters
overview-title = { $year } on one page
online-services-title = Online public services
dti-position-title = Position in the DTI ranking
dti-outlook-title = Keeping or gaining a rank: what it takes and how far it is
agenda-title = Limitations, tasks and targets
appendix-title = Appendix: method and sources
appendix-method = Method
appendix-details = { $chapter }: details
appendix-quality = How this page was checked
chapter-unknown = What is not known

## Sources
sources-title = Sources
sources-of-page = Sources of this page (in full in the appendix)
sources-back = Cited at:
source-read-via = read in: { $how }
source-read-on = read in: { $how }, { $day }
source-undated = no date shown
source-published = { $publisher }, { $date }
locator-paragraph = paragraph { $places }
locator-answer = answer { $places }
locator-title = title
locator-targets = its targets
locator-table = ranking table
figure-source = Source: { $first }
figure-sources = Sources: { $first } and { $count } more
figure-data = Show the data of the chart
own-chart-data = The data of the chart
mean-of-provinces = National mean

## Values
item = { $text }
province-until = { $name } (until { $year })
value-of-base = { $value } of { $base }
value-not-published = not found
value-none = –
value-yes = yes
value-no = no
value-of-class = { $value } at { $name }
value-not-stated = no number given
value-in-period = { $value } ({ $period })
value-in-year = { $value } ({ $year })
value-derived = { $value } (derived)
mark-derived = { $basis ->
    [derived] , derived
   *[other] { "" }
}
beside-derived = { $basis ->
    [derived] {" "}(derived)
   *[other] { "" }
}
beside = { $who }: { $value }
beside-all = all of them, by the source
qualifier-exact = { $value }
qualifier-approx = about { $value }
qualifier-nearly = nearly { $value }
qualifier-at-least = at least { $value }
qualifier-more-than = more than { $value }
qualifier-no-less-than = no less than { $value }
qualifier-over = over { $value }
qualifier-at-most = at most { $value }
qualifier-or-better = { $value } or better
unit-services = { $count ->
    [one] { $value } service
   *[other] { $value } services
}
unit-percent = { $value }%
unit-units = { $count ->
    [one] { $value } ministry or province
   *[other] { $value } ministries and provinces
}
unit-event = { $value }
unit-files = { $count ->
    [one] { $value } application
   *[other] { $value } applications
}
unit-rank = rank { $value }
unit-sites = { $count ->
    [one] { $value } site
   *[other] { $value } sites
}
unit-levels = { $count ->
    [one] { $value } level
   *[other] { $value } levels
}
unit-provinces = { $value } provinces
unit-score = { $value }
unit-index-points = { $count ->
    [one] { $value } point
   *[other] { $value } points
}
unit-documents = { $count ->
    [one] { $value } document
   *[other] { $value } documents
}
unit-teams = { $count ->
    [one] { $value } team
   *[other] { $value } teams
}
unit-million = { $value } million
unit-enterprises = { $count ->
    [one] { $value } enterprise
   *[other] { $value } enterprises
}
unit-organisations = { $count ->
    [one] { $value } organisation or enterprise
   *[other] { $value } organisations and enterprises
}
unit-households = { $count ->
    [one] { $value } household business
   *[other] { $value } household businesses
}
unit-percent-a-year = { $value }% a year
unit-goals = { $value } goals
unit-tasks = { $value } tasks
unit-operators = { $value } operators
unit-stations = { $value } stations
unit-kilometres = { $value } km
unit-sellers = { $value } sellers
unit-trillion-vnd = { $value } trillion dong
unit-procedures = { $value } procedures
unit-people = { $value } people
unit-per-hundred = { $value } subscribers per hundred people
timing-during = { $period }
timing-on = on { $period }
timing-before = before { $period }
timing-early = the first months of { $period }
timing-until = from the beginning of the year to { $period }
timing-late = late { $period }
period-quarter = { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }
state-done = Done
state-under-way = Under way
state-routine = Routine
state-started = Early stage
state-not-ranked = Not ranked
state-unpublished = Not published, according to the source
state-reported = Reported

## Targets
target-rank = rank { $rank } or better
due-year = by { $due }
due-edition = DTI { $edition }
set-by-committee = provincial steering committee
set-by-province = set by the province
set-by-ministry = Ministry of Information and Communications
set-by-national-committee = National Committee on Digital Transformation
target-met = Met
target-missed = Missed
target-holds-today = Currently met
target-not-yet = Not yet met, not yet due
target-not-judged = Too imprecise to judge
target-not-reported = No result found
margin-beyond = ahead by { $value }
margin-to-go = { $value } to go
margin-even = exactly at the target
margin-at-the-edge = at the mark that has to be passed
margin-unknown = not known
places = { $count ->
    [one] { $value } place
   *[other] { $value } places
}
percentage-points = { $count ->
    [one] { $value } percentage point
   *[other] { $value } percentage points
}
target-name = { $name } – { $set_by }

## Table columns
column-measure = Measure
column-value = Value
column-target = Target
column-work = Work
column-state = Status
column-province = Province
column-pillar = Pillar
column-weight = Weight
column-part = Against: { $rival }
column-score = Score
column-gain = Gain needed
column-best = Best known
column-rank = Rank
column-distance = Distance
column-due = Due
column-set-by = Set by
column-verdict = Verdict
column-promise = Level set
column-today = Latest result
column-margin = Distance to the target
column-item = Item
column-kind = Kind
column-period = Period
column-compared = To compare
column-component = Component
column-derived-rank = Rank (derived)
column-published = Provinces with a score
column-fifth = Ranks of its fifth
column-places = Places moved
column-share = Of the distance to the best
column-loss = Loss that costs a rank
column-missing = Total
column-unlike = Dissimilarity
column-population = Population (thousand)
column-income = GRDP per head (million dong)
column-residual = Difference from estimate
column-draws = Share of simulations
column-first-order = This weight alone
column-variance = Share of the rank’s variance
column-total-order = With effects shared with other weights
column-limitation = Limitation
column-answered = Addressed
column-by = How

## 1. Overview
headline-results = In { $year }: { $results }.
headline-services = { $value } online at { $level }
headline-eligible = { $value } of the eligible procedures online at { $level }
headline-signing = { $value } of electronic documents signed digitally
headline-files = { $value } of applications submitted online
headline-processed = { $value } of applications handled online
overview-headline-best = { $held ->
    [some] { $parts ->
        [pillars] Of the pillars in this table it ranks best
       *[indexes] Of the indexes in this table it ranks best
    }
   *[all] { $parts ->
        [pillars] Of the pillars it ranks best
       *[indexes] Of the component indexes it ranks best
    }
}
headline-ends = { overview-headline-best } in { $strong } ({ ORDINAL($strong_rank) } of { $ranked }) and worst in { $weak } ({ ORDINAL($weak_rank) } of { $ranked }{ $side ->
    [below] , below the mean
   *[other] { "" }
}){ $basis ->
    [computed] ; component ranks are computed here
   *[printed] { "" }
}.
headline-fall = { overview-headline-best } in { $strong } ({ ORDINAL($strong_rank) } of { $ranked }); the deepest fall is that of { $fallen }, from { ORDINAL($from) } ({ $since } index) to { ORDINAL($to) }{ $basis ->
    [computed] ; component ranks are computed here
   *[printed] { "" }
}.
headline-strong = { overview-headline-best } in { $strong } ({ ORDINAL($strong_rank) } of { $ranked }); { $count } { $parts ->
    [pillars] pillars
   *[indexes] indexes
} share the worst rank ({ ORDINAL($level_rank) }){ $basis ->
    [computed] ; component ranks are computed here
   *[printed] { "" }
}.
headline-weak = { $held ->
    [some] In this table { $count }
   *[all] { $count }
} { $parts ->
    [pillars] pillars
   *[indexes] component indexes
} share the best rank ({ ORDINAL($level_rank) } of { $ranked }); the worst is { $weak } ({ ORDINAL($weak_rank) }{ $side ->
    [below] , below the mean
   *[other] { "" }
}){ $basis ->
    [computed] ; component ranks are computed here
   *[printed] { "" }
}.
headline-even = In all { $count } pillars it ranks { ORDINAL($rank) } of { $ranked }.
headline-rest = the shared foundation apart from infrastructure
overview-sentence-rank = { overview-rank }{ overview-goal }.
overview-rank = { $moved ->
    [up] { $province } climbs { $places ->
        [one] one place
       *[other] { $places } places
    } to { ORDINAL($rank) } of { $ranked } in digital transformation (DTI { $edition }{ mark-derived })
    [down] { $province } falls { $places ->
        [one] one place
       *[other] { $places } places
    } to { ORDINAL($rank) } of { $ranked } in digital transformation (DTI { $edition }{ mark-derived })
    [same] { $province } stays { ORDINAL($rank) } of { $ranked } in digital transformation (DTI { $edition }{ mark-derived })
   *[unknown] { $province } ranks { ORDINAL($rank) } of { $ranked } in digital transformation (DTI { $edition }{ mark-derived })
}
overview-goal = { $goal ->
    [met] , meeting the target set for this edition
    [missed] , missing the target set for this edition
    [met-older] {" "}(the target set for the { $goal_edition } index was met)
    [missed-older] {" "}(the target set for the { $goal_edition } index was missed)
   *[none] { "" }
}
# order: year province
overview-sentence-unknown = The sources of the { $year } briefing give no digital transformation rank for { $province }.
overview-course = The rank in { $pillar } over the years: { $ranks }{ $basis ->
    [computed] ; some are computed here
   *[printed] { "" }
}.
overview-course-item = { $rank } ({ $edition })
overview-since = Since the last briefing
overview-since-better = Better
overview-since-worse = Worse
overview-since-new = New
overview-since-moves = { $moves }{ $more ->
    [0] { "" }
   *[other] ; and { $more } more
}.
overview-since-move = { $name }: { $before } ({ $earlier }), now { $now } ({ $period })
overview-since-count = { $held ->
    [some] in this table,{" "}
   *[all] { "" }
}{ $count ->
    [one] { $count } measure beyond the DTI has
   *[other] { $count } measures beyond the DTI have
} a new result{ $named ->
    [some] ; among those reported for the first time: { $names }
   *[none] { "" }
}.
overview-since-first = { $name }: { $value } ({ $period })
overview-closing = { $day } is the last day of { $province } before the provinces were merged: this is its closing briefing.
overview-made-of = The latest ranks of the provinces that became { $province }: { $ranks }.
overview-no-figures = { $held ->
    [none] This table holds no key figure of { $province }.
   *[all] The sources of this briefing report no result of { $province } itself.
}
overview-figures = Key figures
overview-well = Main results
overview-short = Shortcomings
overview-next = Next steps
overview-topic = { $topic }: { $said }
# order: places before earlier rank edition
overview-moved-up = up { $places ->
    [one] { $places } place
   *[other] { $places } places
}, from rank { $before } ({ $earlier } index{ mark-derived }) to rank { $rank } ({ $edition } index).
# order: places before earlier rank edition
overview-moved-down = down { $places ->
    [one] { $places } place
   *[other] { $places } places
}, from rank { $before } ({ $earlier } index{ mark-derived }) to rank { $rank } ({ $edition } index).
overview-pillar-fell = rank { $rank } of { $ranked }, down from rank { $rank_before } ({ $earlier } index{ $before ->
    [changed] , by another method
   *[known] { "" }
}).
overview-pillar-rank = rank { $rank } of { $ranked }{ $before ->
    [known] {" "}({ $earlier } index: rank { $rank_before })
    [changed] {" "}({ $earlier } index, by another method: rank { $rank_before })
   *[unknown] { "" }
}{ $held ->
    [risen] , up but still the lowest of the pillars.
    [strong] , the best of the pillars in this table.
    [weak] , the lowest of the pillars in this table.
   *[all] .
}
overview-pillar = rank { $rank } of { $ranked }{ $before ->
    [known] {" "}({ $earlier } index: rank { $rank_before })
    [changed] {" "}({ $earlier } index, by another method: rank { $rank_before })
   *[unknown] { "" }
}{ $held ->
    [risen] , up but still the lowest of the pillars
    [strong] , the best of the pillars in this table
    [weak] , the lowest of the pillars in this table
   *[all] { "" }
}, { $score } points of a thousand{ $computed ->
    [yes] {" "}(computed in this briefing)
   *[no] { "" }
}{ $shared ->
    [yes] , the shared foundation counted in
   *[no] { "" }
}{ $beside ->
    [yes] ; the best is { $leader } with { $best }.
   *[no] .
}
overview-topic-pillars = The three pillars
overview-pillars-level = all { $count } are at rank { $rank } of { $ranked }.
overview-topic-signing = Digital signing
overview-signing = { $value } of electronic documents; the Ministry of Information and Communications judged it first in the country.
overview-topic-services = Online services
overview-services = { $services } at { $level }, which is { $share } of the eligible procedures.
overview-not-reported = the { $due } result was not found in the sources read; the target is { $value }.
overview-not-reported-beside = the { $due } result was not found in the sources read; the target is { $value }, the national figure is { $national }.
overview-met = { $result }, meeting the target of { $value } ({ $due }).
overview-missed = { $result }, missing the target of { $value } ({ $due }).
overview-first = { $value } ({ $period }); this is another index, not the DTI.
overview-topic-figures = Missing figures
overview-no-longer = { $lost } of the { $count } key figures { $lost ->
    [one] was
   *[other] were
} known before, but no result for { $year } was found.
overview-topic-due = Due next
overview-next-due = { $held ->
    [some] in this table,{" "}
   *[all] { "" }
}{ $count ->
    [one] { $count } recorded target falls
   *[other] { $count } recorded targets fall
} due in { $due }; { $silent ->
    [0] a figure was found for each
   *[other] for { $silent } of them no figure was found yet
}.
overview-topic-goal = Goal
overview-topic-limitations = Limitations
overview-limitations = the committee named { $count }: { $names }.
overview-topic-tasks = Tasks
overview-tasks = { $count } main ones, listed in the chapter on limitations, tasks and targets.
overview-decision = To decide
decide-task = The committee is asked to set a separate task on { $names }: { $open } of the { $count } { $count ->
    [one] limitation
   *[other] limitations
} { $held ->
    [some] in this table
   *[all] named
} { $open ->
    [one] is
   *[other] are
} without a task of { $open ->
    [one] its
   *[other] their
} own.
decide-lift = The committee is asked to name an agency and a date for raising { $component }, the weakest of the components scored for every province (rank { $rank } of { $ranked }, below the mean): reaching the mean alone, { $gain } more in the total on a scale of one thousand, { $rises ->
    [yes] is enough for rank { $then } if the others stand still
    [first] widens its lead
   *[no] is not enough for a better rank
} (computed in this briefing). Lead agency: no assignment found.
decide-lift-closing = The raising of { $component } is to be handed to the new unit with an agency and a date: it is the weakest of the components scored for every province (rank { $rank } of { $ranked }, below the mean; the rank is computed here). Lead agency: no assignment found.
decide-lift-caution = The others do not stand still: the mean of all rose from { $before } to { $now } on a scale of one thousand in one edition, so the gain has to be larger than theirs.
decide-target = { $closing ->
    [yes] The new unit should be handed over, with an agency and a date,
   *[no] The committee is asked to name an agency and a date for
} the latest target{ $held ->
    [some] {" "}in this table
   *[all] { "" }
} that fell due without a result found: { $indicator } ({ $due }), target { $value }{ $more ->
    [0] { "" }
   *[other] ; and { $more } more like it, listed in the appendix
}. Lead agency: { $lead }.
lead-known = { $name }
lead-until = { $name }, by { $day }
lead-unknown = no assignment found
item-led = { $text } (Lead: { $lead })
status-complete = Complete
status-on-target = Latest result meets the target
status-off-target = Latest result falls short of the target
status-no-target = No target to compare with
status-unknown = Cannot be judged
card-no-comparison = No comparable figure was found.
cards-not-found = Not found in the { $sources } sources read: { $names }.
cards-figure = { $name }
cards-figure-last = { $name } (latest: { $value }, { $period })
cards-ended = No longer measured after { $until }: { $figure }.
cards-replaced = No longer measured after { $until }: { $figure }; replaced by “{ $successor }”.
cards-not-ranked = { $name }: not ranked ({ $period }).
cards-unpublished = { $name }: not published, according to its source ({ $period }).
card-target = Target for { $due }: { $value } ({ $set_by })
card-national = National, { $period }: { $value }
card-earlier = Earlier figure ({ $period }): { $value }
card-context-services-level-3-4-share = National, { $period }: { $value } of all public services (a different base)
card-context-digital-signing-rank = Nationwide: { $value }; how many were compared is not stated
card-not-ranked = Not ranked: { $periods }
card-unpublished = Not published, according to the source: { $periods }
card-base-unknown = The source does not state the base.
card-period = Period: { $period }
card-context-services-level-3-4 = The provincial portal offers { $value } at { $level }
card-context-par-egovernment-share = { $value } of the points of this component ({ $period })
card-context-par-index = PAR Index, { $period }: { $value }
card-context-pci-score = PCI score, { $period }: { $value }
card-context-papi-score = PAPI score, { $period }: { $value }
card-context-sipas-score = SIPAS, { $period }: { $value }
card-context-grdp = GRDP, { $period }: { $value }
card-dti-edition = DTI { $edition }: { $lacks ->
    [score] score not found
   *[mean] mean not found
}
card-dti-score = DTI { $edition }: { $score } points of a thousand; mean of the { $ranked } provinces { $mean }

## 2. Online services
services-offer = What is offered
services-supply = { $province } offers { $services } online at { $level }, which is { $share } of the eligible procedures within its powers.
services-supply-alone = { $province } offers { $services } online at { $level }.
services-supply-share = { $province } has put { $share } of the eligible procedures online at { $level }.
services-supply-last = The number of online services of { $province } in { $year } { $why ->
    [some] is not in this table. The latest figure in it
    [ended] is no longer counted by { $level }. The last figure
    [replaced] is no longer counted by { $level }; replaced by “{ $successor }”. The last figure
   *[all] was not found in the sources read. The latest figure
} ({ $last }): { $services } at { $level }.
services-share-last = Share of eligible procedures online at { $level } ({ $last }): { $share }.
services-centre = At the public service centre of { $province }, { $share } of the procedures are available online ({ $period }).
services-nothing-found = Results of { $province } on the supply and use of online services and on digital signing in { $year }: not found in the sources read.
services-supply-unknown = The number of online services of { $province } in { $year }: { $held ->
    [none] not in this table
   *[all] not found in the sources read
}.
services-unchanged = The same { $value } were already reported { $period }.
services-payment = Online payment has been integrated into both the provincial and the national service portal.
services-national-portal = As reported { $period }, { $all } were integrated, or being integrated, into the national portal: { $third } and { $fourth }.
services-national-portal-alone = { $all } were integrated, or being integrated, into the national portal ({ $period }).
services-portals-unknown = Integration with the national service portal and online payment in { $province } in { $year }: { $held ->
    [none] not in this table
   *[all] not found in the sources read
}.
services-usage = What is used
services-files-submitted-online = In { $period }, { $value } were submitted online.
services-files-online-share = { $value } of applications were submitted online ({ $period }).
services-result = { $name }: { $value } ({ $period }).
# order: year target
services-share-not-reported = The province set itself a target for { $year }: { $target } of applications submitted online. The year’s result was not found in the sources read, so it is not known whether the target was met.
# order: name year target
services-target-not-reported = { $name }: the province’s target for { $year } is { $target }. The year’s result was not found in the sources read, so it is not known whether the target was met.
services-use-unknown = The use of online services in { $province } in { $year }: { $held ->
    [none] not in this table
   *[all] not found in the sources read
}.
services-signed = Digital signing and work handled online
services-signing = Digital signing of electronic documents reached { $value }.
services-signing-first = The Ministry of Information and Communications judged this first in the country; the source does not say how many were compared.
services-routine = { $work ->
    [both] Sending and receiving digitally signed documents, and handling work files online, have become routine.
    [files] Handling work files online has become routine.
   *[signed] Sending and receiving digitally signed documents has become routine.
}
services-signing-unknown = Digital signing in { $province } in { $year }: { $held ->
    [none] not in this table
   *[all] not found in the sources read
}.
services-country = Compared with the whole country
services-national-unknown = { $held ->
    [none] This table has no national figures
   *[all] No pair of figures
} on online services in { $year }{ $held ->
    [none] {" "}to compare with.
   *[all] , one of the province and one of the country, was found in the sources read to compare with each other.
}
services-national-growth = Nationwide, the share of all public services at { $level } rose from { $first } to { $last }.
services-national-level-4 = The same source puts { $share } of public services at { $level } (it does not state the base); { $day }, { $units } had all eligible services at { $units_level }.
services-bases-unknown = The source does not state the numbers of services and applications that these three shares are of.
services-base-differs = The province’s share is of eligible procedures, the national one of all public services: they may stand side by side but must not be subtracted from each other.
services-behind = What the services rest on
services-foundations-caption = Groundwork reported in { $year }
services-foundations-unknown = Progress of { $province } in { $year } on interconnected systems and e-government architecture: { $held ->
    [none] not in this table
   *[all] not found in the sources read
}.
others-heading = Other results
others-caption = Other results of { $scope ->
    [own] { $province }
    [national] the whole country
   *[both] { $province } and of the whole country
}, new in this briefing
others-national = Nationwide: { $name }
others-beside = nationwide { $value } ({ $period })
others-unknown = { $held ->
    [none] This table holds no newly published result.
   *[all] No other newly published result of { $province } is known.
}
national-shares-title = Nationwide: { $offered } of public services at { $level }; { $used } of online ones had applications
national-shares-subtitle = Per cent, whole country, { $year }; the short line is the year’s target
national-shares-description = Bar chart, whole country, { $year }: { $offered } of public services are online at { $level }, but only { $used } of the online services received any application and { $files } of applications were submitted online.
national-shares-caption = Three national shares and the year’s targets
national-chosen-title = Nationwide: chosen shares, { $year }
national-chosen-subtitle = Per cent, whole country, { $year }; a short line is the year’s target
national-chosen-description = Bar chart, whole country, { $year }: chosen shares and the year’s targets; the table gives their values.
national-chosen-caption = Chosen national shares and the year’s targets
bar-target = target { $value }%
no-target = no target found

## 3. DTI position
dti-rank = DTI { $edition } ranks { $province } { ORDINAL($rank) } of { $ranked }{ beside-derived }: { $behind ->
    [0] ahead of no other province
    [one] ahead of { $behind } other province
   *[other] ahead of { $behind } other provinces
} (percentile rank { $percentile }).
not-in-table = { $province } is not in this table, so { $province } is not compared with the provinces in it.
dti-no-rank = The sources of this briefing give no DTI rank for { $province }.
dti-no-edition = By the day of this briefing, { $as_of }, no edition of the index was found in the sources read.
dti-no-score = No score of { $province } was found in the sources read, so no distance can be computed.
# order: score difference ranked mean
dti-mean-above = Its total is { $score } points of a thousand, which is { $difference } above the mean of the { $ranked } provinces ({ $mean }).
# order: score difference ranked mean
dti-mean-below = Its total is { $score } points of a thousand, which is { $difference } below the mean of the { $ranked } provinces ({ $mean }).
dti-mean-equal = Its total is { $score } points of a thousand, exactly the mean of the { $ranked } provinces ({ $mean }), a difference of { $difference }.
dti-first = { $table ->
    [some] In this table no province is above { $province }.
   *[whole] { $province } leads; there is no province above it.
}
dti-gaps = { $table ->
    [some] In this table the province just above
   *[whole] The province just above
} is { $above } (rank { $above_rank }), ahead by { $above_gap } points; the leader is { $leader }, ahead by { $leader_gap }.
# order: edition published ranks ranked
dti-coverage = For the { $edition } index the sources read publish the totals of { $published } and the ranks of { $ranks } of the { $ranked } provinces. The others are unknown and not filled in.
dti-coverage-all = For the { $edition } index the totals of all { $ranked } provinces are in the sources read.
# order: province rank ranked above_gap above_rank leader_gap
ladder-title = { $province } ranks { ORDINAL($rank) } of { $ranked }: { $above_gap } points behind rank { $above_rank }{ $above_rank ->
    [1] { "" }
   *[other] , { $leader_gap } behind the leader
}
ladder-subtitle = DTI { $edition } total (scale { $scale_low }–{ $scale_high }), { $published } of { $ranked } provinces with a published score
ladder-description = Bar chart of the DTI { $edition } totals: { $province } is at rank { $rank } with { $score }; the leader is { $first } with { $first_score }; the mean of the { $ranked } provinces is { $mean }.{ $gaps ->
    [yes] {" "}A dotted line marks provinces without a score found.
   *[no] { "" }
}
ladder-first-title = { $province } leads the { $ranked } provinces with { $score } points
ladder-first-subtitle = DTI { $edition } total (scale { $scale_low }–{ $scale_high }), { $published } of { $ranked } provinces with a published score
ladder-first-description = Bar chart of the DTI { $edition } totals: { $province } leads with { $score }; the mean of the { $ranked } provinces is { $mean }.{ $gaps ->
    [yes] {" "}A dotted line marks provinces without a score found.
   *[no] { "" }
}
ladder-some-title = { $province } ranks { ORDINAL($rank) } of { $ranked } with { $score } points
ladder-some-subtitle = DTI { $edition } total (scale { $scale_low }–{ $scale_high }) of the { $shown } provinces in this table; { $published } of { $ranked } have a published score
ladder-some-description = Bar chart of the DTI { $edition } totals of { $shown } provinces: { $province } is at rank { $rank } with { $score }; the mean of the { $ranked } provinces is { $mean }. A dotted line marks provinces that are not shown here.
ladder-without = In the { $edition } index the leader is { $first } with { $score } points of a thousand{ $mean ->
    [none] .
   *[other] ; the mean of the { $ranked } provinces is { $mean }.
}
ladder-mean = mean { $mean }
ladder-caption = Published totals
dti-tied = It shares the rank with { $names }.
dti-gaps-some = { $table ->
    [some] In this table the nearest above
   *[whole] The nearest above
} with a published total is { $above } (rank { $above_rank }), ahead by { $above_gap } points; the leader is { $leader }, ahead by { $leader_gap }.
# order: province rank ranked score
dti-own-scores = Scores in this table were changed, so its ranks follow from the scores in it: { $province } ranks { ORDINAL($rank) } of { $ranked } with { $score } points of a thousand.
dti-own-ranks = Ranks in this table were changed; by the ranks in it { $province } is at rank { $rank }{ $score ->
    [none] , its score is not known
   *[other] {" "}with { $score } points of a thousand
}.
dti-own-none-scores = Scores in this table were changed, and it has none of { $province }, so { $province } has no rank in it.
dti-own-none-ranks = Ranks in this table were changed, and it has none of { $province }.
dti-own-mean = Compared with the mean of the { $ranked } provinces with a score in this table ({ $mean }) it is { $side ->
    [above] { $difference } points above
    [below] { $difference } points below
   *[equal] level, a difference of { $difference }
}.
dti-own-beside = { $where ->
    [above] Just above it
    [below] Just below it
   *[leader] In the lead
}{ $scored ->
    [some] {" "}among the provinces with a score
   *[all] { "" }
} is { $other } (rank { $rank }), { $side ->
    [more] ahead by { $gap } points
    [less] behind by { $gap } points
   *[same] level in score, a difference of { $gap }
}.
ladder-own-title = By the changed table { $province } is at rank { $rank } with { $score } points
ladder-own-subtitle = Totals of the { $shown } provinces in a table changed from DTI { $edition } (scale { $scale_low }–{ $scale_high }), { $by ->
    [scores] in the order of the scores in it
   *[ranks] in the order of the ranks in it
}
ladder-own-description = Bar chart of the totals of the { $shown } provinces in a table changed from DTI { $edition }: { $province } is at rank { $rank } with { $score }; the leader is { $first } with { $first_score }; the mean of the table is { $mean }.
ladder-own-mean = mean of the table { $mean }
ladder-own-caption = Totals of the changed table
mean-within = the mean of { $ranked } provinces
mean-of-all = Mean of { $ranked } provinces
pillars-computed = Pillar scores and ranks of the { $edition } index are computed in this briefing. Each pillar is the shared foundation (awareness, institutions, infrastructure, human resources, information security) with its own activity index; the overall rank is not an average of the three pillar ranks.
pillars-heading = The three pillars
pillars = { $table ->
    [some] Of the pillars in this table,
   *[whole] Of the three pillars,
} the best rank is that of { $strong } ({ $strong_rank } of { $ranked }), the worst that of { $weak } ({ $weak_rank } of { $ranked }).
pillars-both = { $one } and { $other }
pillars-unknown = Not all three pillar ranks of { $province } in the { $edition } index are known, so no strongest or weakest pillar can be named.
pillars-even = All { $count } pillars are at rank { $rank } of { $ranked }.
# order: ranked ranks
pillars-listed = The pillar ranks in this table, among { $ranked } provinces: { $ranks }.
pillar-label = { $name } (rank { $rank } of { $ranked })
profile-title = { $province } ranks best in { $strong } ({ $strong_rank }) and worst in { $weak } ({ $weak_rank })
profile-subtitle = DTI { $edition } pillar scores (scale { $scale_low }–{ $scale_high })
profile-description = Dot plot of the three DTI { $edition } pillars of { $province }: { $strong } { $strong_score }, { $weak } { $weak_score }, where the best known score of that pillar is { $weak_best }.
profile-even-title = { $province }: scores of the three pillars
profile-even-subtitle = DTI { $edition } pillar scores (scale { $scale_low }–{ $scale_high })
profile-even-description = Dot plot of the DTI { $edition } pillars of { $province }: the highest is { $strong } with { $strong_score }, the lowest { $weak } with { $weak_score }.
profile-some-title = { $province }: scores of the pillars in this table
profile-some-subtitle = DTI { $edition } pillar scores (scale { $scale_low }–{ $scale_high })
profile-some-description = Dot plot of the DTI { $edition } pillars of { $province } in the table: the highest is { $strong } with { $strong_score }.
profile-caption = Pillar scores
profile-unknown = The pillar scores of { $province } were not found in the sources read.
fifths-leading = In the { $edition } index most of the first fifth lies in { $region }: { $count } of its { $members } provinces are there.
fifths-first = The first fifth of the { $edition } index: { $names }.
fifths-known = The map has the ranks of { $known } of { $ranked } provinces in the { $edition } index; a dashed field has none here.
fifths-title = { $province } is in the { $fifth ->
    [1] first fifth
    [2] second fifth
    [3] middle fifth
    [4] fourth fifth
   *[other] last fifth
}{ $company ->
    [some] , as { $beside ->
        [one] is
       *[other] are
    } { $beside } of the { $others } others of its region
    [none] , alone of its region
   *[unknown] { "" }
}
fifths-subtitle = DTI { $edition } ranks { $all ->
    [yes] of the { $ranked } provinces
    [table] of { $known } of { $ranked } provinces, those in the table
   *[no] of the provinces whose rank was found
}, in fifths; each field has a short name and the rank{ $basis ->
    [derived] {" "}(*: derived)
   *[printed] { "" }
}
fifths-description = Tile chart: a map of Viet Nam with Hoàng Sa and Trường Sa, a field a province, by fifths of the DTI { $edition } rank. { $province } is at rank { $rank } of { $ranked }; in the same fifth: { $alone ->
    [yes] no other
   *[no] { $names }
}.
fifths-unknown-title = { $table ->
    [some] This table has no rank of { $province }
   *[whole] No rank of { $province } was found in the { $edition } index
}
fifths-unknown-subtitle = { fifths-subtitle }
fifths-unknown-description = Tile chart: a map of Viet Nam with Hoàng Sa and Trường Sa, a field a province, by fifths of the DTI { $edition } rank; it has the ranks of { $known } of { $ranked } provinces, and not that of { $province }. The best is { $best }, rank { $best_rank }.
fifths-class = { $ends ->
    [one] rank { $low }
   *[several] rank { $low }–{ $high }
}
fifths-none = { $table ->
    [some] not in this table
   *[whole] rank not found
}
fifths-caption = { explore-map-caption }
rank-derived = { $rank }*
# order: province strong_rank strong weak_rank weak
strip-title = { $province }: rank { $strong_rank } in { $strong }, { $weak_rank } in { $weak }{ $beside ->
    [below] , below the mean
   *[other] { "" }
}
strip-subtitle = Scores in { $parts } of DTI { $edition }, each row on its own scale of { $points } points. { $known ->
    [all] A tick is a province.
   *[some] A tick is a province whose score was found.
} On the right: the points missing to the next rank if the others stand still.{ $basis ->
    [printed] { "" }
   *[computed] {" "}The ranks are computed here from the published scores.
}
strip-description = Strip plot of the scores in { $parts } of DTI { $edition }: { $province } among the provinces. The best is { $strong }, rank { $strong_rank } of { $ranked }; the worst is { $weak }, rank { $weak_rank } of { $ranked }{ $side ->
    [below] , with { $weak_score } of { $points } points, below the mean of { $weak_mean }
   *[other] { "" }
}.
strip-even-title = { $province }: the rank in { $parts }
strip-even-subtitle = { strip-subtitle }
strip-even-description = Strip plot of the scores in { $parts } of DTI { $edition }: { $province } among the provinces: { $ranks }.
strip-some-title = { $province }: the rank in { $parts } of this table
strip-some-subtitle = { strip-subtitle }
strip-some-description = Strip plot of the scores in { $parts } of DTI { $edition } in the table: { $province } among the provinces: { $ranks }.
strip-caption = Rank and score in { $parts }
strip-item = { $name } – rank { $rank }
strip-pillars = each pillar
strip-indexes = each index
strip-rest = Rest of the foundation
strip-rank = rank { $rank }
strip-gain = { $gain } points
strip-goal = to rank { $rank }
strip-first = { $shared ->
    [yes] joint first
   *[no] first
}
strip-mean = Mean of { $ranked }
strip-missing = To next rank (points of { $points })
strip-key-each = a province
strip-key-mean = mean
gaps-heading = Where the gap comes from
# order: province gap rival rank losses gains
gaps-behind = { $province } is { $gap } points of a thousand behind { $rival } (rank { $rank }): it trails on { $losses } and leads on { $gains }.
# order: province gap rival rank losses
gaps-behind-by-losses = { $province } is { $gap } points of a thousand behind { $rival } (rank { $rank }): it trails on { $losses } and leads on nothing.
# order: province gap rival rank gains
gaps-behind-by-gains = { $province } is { $gap } points of a thousand behind { $rival } (rank { $rank }), yet it leads on { $gains }: the gap lies within rounding.
# order: province gap rival rank
gaps-behind-by-rounding = { $province } is { $gap } points of a thousand behind { $rival } (rank { $rank }) with equal components: the gap lies within rounding.
# order: province gap rival rank gains losses
gaps-ahead = { $province } is { $gap } points of a thousand ahead of { $rival } (rank { $rank }): it leads on { $gains } and trails on { $losses }.
# order: province gap rival rank gains
gaps-ahead-by-gains = { $province } is { $gap } points of a thousand ahead of { $rival } (rank { $rank }): it leads on { $gains } and trails on nothing.
# order: province gap rival rank losses
gaps-ahead-by-losses = { $province } is { $gap } points of a thousand ahead of { $rival } (rank { $rank }), yet it trails on { $losses }: the gap lies within rounding.
# order: province gap rival rank
gaps-ahead-by-rounding = { $province } is { $gap } points of a thousand ahead of { $rival } (rank { $rank }) with equal components: the gap lies within rounding.
# order: province gap rival parts
gaps-some = { $province } is { $gap } points of a thousand { $side ->
    [behind] behind
   *[ahead] ahead of
} { $rival }; of the parts in this table it { $parts }.
# order: province gap rival parts
gaps-chosen = With the chosen weights { $province } is { $gap } points of a thousand { $side ->
    [behind] behind
   *[ahead] ahead of
} { $rival }: it { $parts }.
gap-lost = trails on { $parts }
gap-won = leads on { $parts }
gap-level = is level on all
gap-item = { $name } ({ $part })
gaps-leader = Against the leader, { $rival }, the largest part of the gap is { $pillar }: { $part } of { $gap } points of a thousand.
gaps-title = Against { $rival }, { $pillar } pulls { $province } down the most
gaps-subtitle = Step by step from the other’s DTI { $edition } total to that of { $province } (weight × difference of scores)
# order: edition province rival gap pillar part
gaps-description = Waterfall chart: the DTI { $edition } total of { $province } differs from that of { $rival } by { $gap }, of which { $pillar } contributes { $part }.
gaps-lead-title = Against { $rival }, { $pillar } lifts { $province } the most
gaps-lead-subtitle = { gaps-subtitle }
# order: edition province rival gap pillar part
gaps-lead-description = Waterfall chart: the DTI { $edition } total of { $province } differs from that of { $rival } by { $gap }, of which { $pillar } contributes { $part }.
gaps-even-title = Only rounding sets { $province } and { $rival } apart: { $gap }
gaps-even-subtitle = { gaps-subtitle }
gaps-even-description = Waterfall chart: the DTI { $edition } totals of { $province } and { $rival } differ by { $gap }, from rounding.
gaps-some-title = { $province } against { $rival }: { $gap }, and what each part in this table adds to it
gaps-some-subtitle = { gaps-subtitle }
# order: edition province gap rival
gaps-some-description = Waterfall chart: the DTI { $edition } total of { $province } differs by { $gap } from that of { $rival }; the parts that are not in the table make one step.
gaps-chosen-title = With the chosen weights, { $province } against { $rival }: { $gap }
# order: province edition
gaps-chosen-subtitle = Step by step from the other’s total to that of { $province }: chosen weight × difference of DTI { $edition } scores
# order: edition province gap rival
gaps-chosen-description = Waterfall chart: with the chosen weights the total worked out from the DTI { $edition } scores of { $province } differs by { $gap } from that of { $rival }.
gaps-caption = Each component’s part of the gap in the total
gap-heading = Against { $rival } (rank { $rank }): { $gap }
gap-heading-chosen = Against { $rival }, chosen weights: { $gap }
gap-heading-mean = Against the mean of the { $ranked }: { $gap }
gap-whole = Whole gap
gap-rounding = Rounding
gap-rest = Parts not in the table
gaps-unknown = The component scores of { $province }, or of those it is compared with, were not found in the sources read, so the gap cannot be split by component.
gaps-no-score = The gap of { $province } cannot be split by component, as no total of { $province } itself was found in the sources read.
gaps-mean = The national mean of each pillar in the { $edition } index was not found in the sources read, so the difference from the mean cannot be split by pillar.
gaps-mean-known = Against the mean of the { $ranked } in the { $edition } index, { $province } differs by { $gap } points of a thousand; the largest part is { $pillar }: { $part }.
history-heading = Over the editions
history-since-up = In the { $edition } index { $province } climbed { $places ->
    [one] { $places } place
   *[other] { $places } places
} from the { $before } index: from rank { $old }{ beside-derived } to rank { $new }.
history-since-down = In the { $edition } index { $province } fell { $places ->
    [one] { $places } place
   *[other] { $places } places
} from the { $before } index: from rank { $old }{ beside-derived } to rank { $new }.
history-since-same = In the { $edition } index { $province } kept rank { $new }, as in the { $before } index{ beside-derived }.
history-since-unknown = The rank of { $province } in the { $before } index is not known, so its rank in the { $edition } index cannot be compared with the one before.
history-since-recounted = In the { $edition } index { $province } is at rank { $new } of { $ranked }, in the { $before } index it was at rank { $old } of { $ranked_before }{ beside-derived }. The two editions rank different numbers of provinces, so the ranks are not subtracted.
history-method = { $many ->
    [one] The method changed with the { $editions } index:
   *[many] The method changed more than once, each time with a new edition ({ $editions }):
} ranks may be compared where as many provinces are ranked, but scores from before and after a change may not be subtracted from each other.
history-first = The { $edition } index is the first to rank { $province }: rank { $new } of { $ranked }. It has operated since { $day }, formed by merging { $count } provinces, whose latest ranks are: { $ranks }. These ranks are not added, averaged or subtracted.
history-merged = { $province } has operated since { $day }, formed by merging { $count } provinces, and has no DTI rank of its own yet. The latest ranks of these provinces: { $ranks }. No rank of { $province } can be worked out from them.
history-of = { $name } – rank { $rank } of { $ranked } (DTI { $edition }{ $moved ->
    [up] , up from rank { $old } in the { $earlier } index
    [down] , down from rank { $old } in the { $earlier } index
    [same] , as in the { $earlier } index
   *[unknown] { "" }
})
history-among = { $rank } of { $ranked }
history-of-unknown = { $name } – rank not known
history-title = { $many ->
    [one] The rank of { $province } is known in one edition: { $ranks }
   *[many] Rank of { $province } over the editions: { $ranks }
}
history-subtitle = DTI rank among { $ranked } provinces, { $first } to { $last }; hollow: rank known, score not
history-description = Line chart of DTI ranks { $first }–{ $last }: { $province } is at rank { $rank } in the latest edition; lines break where a rank is unknown, a vertical line marks the change of method.
history-recounted-title = { history-title }
history-recounted-subtitle = DTI rank, { $first } to { $last }; number of provinces ranked: { $counts }; hollow: rank known, score not
history-recounted-description = Line chart of DTI ranks { $first }–{ $last }: { $province } is at rank { $rank } in the latest edition; lines break where a rank is unknown or the number of provinces ranked changes, vertical lines mark a change of method or of that number.
history-merged-title = The provinces that became { $province }: ranks { $places } (DTI { $edition })
history-merged-subtitle = { history-subtitle }
history-merged-description = Line chart of the DTI ranks { $first }–{ $last } of the provinces that became { $province }: { $ranks }; lines break where a rank is unknown, a vertical line marks the change of method.
history-item = { $rank } ({ $edition }{ mark-derived })
history-change = new method
history-recount = { $ranked } provinces
history-count = { $ranked } (from the { $edition } index)
history-ended = { $name }: { $rank } ({ $edition })
history-caption = Ranks by edition; the method changed, so only ranks are compared
history-one = The { $edition } index is the first in the data used here: there is none before it to compare ranks with.
history-few = This table holds the ranks of one edition alone, so there is no other to compare them with.
history-unknown = No rank of { $province } is known to follow over the editions.
slopes-said = From the { $first } to the { $last } index, the pillar ranks of { $province }: { $changes }.
slopes-change = { $moved ->
    [up] up { $places } in { $pillar }
    [down] down { $places } in { $pillar }
   *[same] unchanged in { $pillar }
}{ $since ->
    [other] {" "}(since the { $start } index)
   *[first] { "" }
}
slopes-title = Pillar ranks of { $province } from the { $first } to the { $last } index
slopes-subtitle = Rank among { $ranked } provinces, DTI { $first }–{ $last }{ $basis ->
    [computed] ; hollow: computed in this briefing
   *[printed] { "" }
}
slopes-description = Line chart of the DTI { $first }–{ $last } pillar ranks of { $province }: { $listed }.
slopes-fell-title = The deepest fall is in { $pillar }: ranks { $ranks }
slopes-fell-subtitle = { slopes-subtitle }
slopes-fell-description = { slopes-description }
slopes-both-title = The deepest falls are in { $pillar } and { $other }: { $places } each
slopes-both-subtitle = { slopes-subtitle }
slopes-both-description = { slopes-description }
slopes-risen-title = No pillar rank of { $province } fell from the { $first } to the { $last } index
slopes-risen-subtitle = { slopes-subtitle }
slopes-risen-description = { slopes-description }
slopes-item = { $pillar } – rank { $ranks }
slopes-caption = Pillar ranks by edition
value-computed = { $value } (computed)
peers-heading = Compared with other provinces
region-red-river-delta = the Red River Delta
region-northern-midlands-and-mountains = the northern midlands and mountains
region-north-central-and-central-coast = the north central region and central coast
region-central-highlands = the Central Highlands
region-southeast = the Southeast
region-mekong-delta = the Mekong Delta
region-place = Among the { $members } provinces of { $region }{ $table ->
    [some] { "" } in this table,
   *[whole] ,
} { $province } { $place ->
    [1] ranks first
   *[other] ranks { ORDINAL($place) }
} in the { $edition } index{ $all ->
    [yes] .
   *[no] ; the ranks of { $known } of the { $members } are known.
}
# order: members region known edition province place
region-place-known = Of the { $members } provinces of { $region }{ $table ->
    [some] { "" } in this table,
   *[whole] ,
} the ranks of { $known } are known in the { $edition } index; among these { $province } ranks { ORDINAL($place) }, and provinces with unknown ranks may be above it.
region-passed = Of the { $compared ->
    [one] { $compared } other province
   *[other] { $compared } other provinces
} of { $region }{ $table ->
    [some] {" "}in this table
   *[whole] { "" }
} with a rank known in both the { $earlier } and the { $edition } index, { $passed ->
    [above] those that passed { $province } are { $above }
    [below] those that fell behind { $province } are { $below }
    [both] those that passed { $province } are { $above }; those that fell behind are { $below }
   *[none] none passed { $province } or fell behind it
}.
region-item = { $name } { $way ->
    [up] (up from rank { $before } to { $rank })
    [down] (down from rank { $before } to { $rank })
    [both] (rank { $before }, now rank { $rank })
    [now] (rank { $rank })
    [same] (still rank { $rank })
   *[before] (rank { $before } in the edition before)
}
region-up-title = In its region { $province } climbs from { ORDINAL($before) } to { $now ->
    [1] first
   *[other] { ORDINAL($now) }
}
region-up-subtitle = { region-spread-subtitle }
region-up-description = { region-spread-description }
region-down-title = In its region { $province } falls from { $before ->
    [1] first
   *[other] { ORDINAL($before) }
} to { ORDINAL($now) }
region-down-subtitle = { region-spread-subtitle }
region-down-description = { region-spread-description }
region-same-title = In its region { $province } stays { $now ->
    [1] first
   *[other] { ORDINAL($now) }
}, as in the { $earlier } index
region-same-subtitle = { region-spread-subtitle }
region-same-description = { region-spread-description }
region-spread-title = { $all ->
    [yes] Ranks
   *[no] Known ranks
} in { $region } run from { $best } to { $worst }
region-spread-subtitle = DTI { $edition } rank of { $all ->
    [yes] the { $members }
   *[no] { $known } of { $members }
} provinces of { $region }{ $table ->
    [some] {" "}in this table
   *[whole] { "" }
}{ $moved ->
    [yes] ; hollow: DTI { $earlier } rank
   *[no] { "" }
}{ $basis ->
    [derived] {" "}(*: derived)
   *[printed] { "" }
}
region-spread-description = Dot plot of the DTI { $edition } ranks in { $region }: { $listed }.
region-ranks = { $rank } ({ $moved ->
    [same] kept
   *[other] from { $before }
})
region-of-edition = Rank, DTI { $edition }
region-moves-caption = Ranks of the provinces of { $region }
region-places = { $moved ->
    [up] up { $places }
    [down] down { $places }
   *[same] unchanged
}
region-unknown = No rank of { $province } is known to compare within { $region } (ranks of { $known } of { $members } are known).
region-caption = Provinces of { $region } with a known rank, DTI { $edition }
region-not-known = The sources read do not say which provinces share a region with { $province }, so it is not compared within one.
alike-better = Of the { $shown } provinces { $table ->
    [some] in this table
   *[whole] most like { $province } by pillars
}, { $better ->
    [one] { $better } has a higher total; it is ahead the most in { $pillar }: { $difference }, worth { $part } in the total, on a scale of one thousand.
   *[other] { $every ->
        [yes] all { $better }
       *[no] { $better }
    } have a higher total; they are ahead the most in { $pillar }: { $difference } on average, worth { $part } in the total, on a scale of one thousand.
}
alike-none-better = Of the { $shown } provinces { $table ->
    [some] in this table
   *[whole] most like { $province } by pillars
}, none has a higher total.
alike-nearest-better = Of the provinces with a higher total, the one most like { $province } is { $rival } (rank { $rank }): it is ahead the most in { $pillar }, { $difference }, worth { $part } in the total, on a scale of one thousand.
alike-caption = Provinces most like { $province } by pillars; the last three columns are their score minus that of { $province }
alike-note = Dissimilarity is the Euclidean distance between the three pillar scores of the { $edition } index: the smaller, the more alike. { $known } of { $ranked } provinces have three known pillar scores and can be compared.
alike-unknown = The pillar scores of { $province } are not known, so the provinces most like it cannot be named.
context-better = Of the { $shown } provinces { $table ->
    [some] in this table
   *[whole] nearest to { $province } in population and GRDP per head
}, { $better ->
    [one] { $better } has a higher total; it is ahead the most in { $pillar }: { $difference }, worth { $part } in the total, on a scale of one thousand.
   *[other] { $every ->
        [yes] all { $better }
       *[no] { $better }
    } have a higher total; they are ahead the most in { $pillar }: { $difference } on average, worth { $part } in the total, on a scale of one thousand.
}
context-none-better = Of the { $shown } provinces { $table ->
    [some] in this table
   *[whole] nearest to { $province } in population and GRDP per head
}, none has a higher total.
context-nearest-better = Of the provinces with a higher total, the nearest to { $province } in population and GRDP per head is { $rival } (rank { $rank }): it is ahead the most in { $pillar }, { $difference }, worth { $part } in the total, on a scale of one thousand.
context-caption = Provinces nearest to { $province } in population and GRDP per head
context-unknown = The sources of this briefing do not hold population and GRDP per head of { $edition }, so provinces cannot be compared by them.
# order: province edition
context-unknown-here = Population and GRDP per head of { $province } itself in { $edition } were not found in the sources read, so it cannot be compared with other provinces by them.
income-correlation = Spearman’s rank correlation is { $correlation } ({ $level } confidence interval { $low } to { $high }); differences in GRDP per head go with { $explained } of the variance of the scores
income-with = Across { $count } provinces, a higher GRDP per head tends to go with a higher DTI { $edition } total: { income-correlation }.
income-against = Across { $count } provinces, a higher GRDP per head tends to go with a lower DTI { $edition } total: { income-correlation }.
income-unclear = Across { $count } provinces, GRDP per head and the DTI { $edition } total show no clear link: { income-correlation }.
income-above-said = With a GRDP of { $income } million dong per head, { $province } is { $size } points of a thousand above the total estimated from GRDP per head; { $ahead ->
    [one] { $ahead } province exceeds its estimate
   *[other] { $ahead } provinces exceed their estimates
} by more.
income-below-said = With a GRDP of { $income } million dong per head, { $province } is { $size } points of a thousand below the total estimated from GRDP per head; { $ahead ->
    [one] { $ahead } province does better against its estimate
   *[other] { $ahead } provinces do better against their estimates
}.
income-above-title = { $province } is { $size } points above the total estimated from GRDP per head
income-above-subtitle = DTI { $edition } total (of a thousand points) by GRDP per head (million dong, log scale), { $count } provinces; dashed: estimate
income-above-description = Scatter plot of { $count } provinces, DTI { $edition } total (of a thousand points) by GRDP per head: rank correlation { $correlation } (confidence interval { $low } to { $high }); { $province } with { $income } million dong differs from the estimate by { $residual } points, { $ahead ->
    [one] { $ahead } province exceeds its estimate
   *[other] { $ahead } provinces exceed their estimates
} by more.
income-below-title = { $province } is { $size } points below the total estimated from GRDP per head
income-below-subtitle = { income-above-subtitle }
income-below-description = { income-above-description }
income-caption = GRDP per head, total and difference from the estimate
income-caution = GRDP (gross regional domestic product) per head is output per person, not what people earn; that two figures go together does not mean that one causes the other, and one year is too little to draw conclusions from.

## 4. DTI outlook
outlook-goal = The target for the { $next } DTI is rank { $goal } or better; in the { $edition } index, { $province } ranked { ORDINAL($rank) }.
outlook-no-goal = { $province } ranks { ORDINAL($rank) } in the { $edition } DTI; { $table ->
    [some] this table has
   *[whole] the sources of this briefing state
} no target for the next edition itself.
outlook-no-rank = No DTI rank of { $province } is known, so what keeping it takes cannot be said.
outlook-no-score = No score of { $province } was found in the sources read, so the distance to the ranks next to it is not known.
outlook-downwards = Next after it comes { $below } (rank { $below_rank }), { $margin } points of a thousand behind.
outlook-downwards-gap = Below it, no scores of ranks { $first } to { $last } were found in the sources read. The nearest with a score is { $below } (rank { $below_rank }), { $margin } points of a thousand behind: the true margin is no larger than that and may be much smaller.
# order: loss part pillar below
loss = A loss of { $loss } points in the total{ $alone ->
    [none] { "" }
   *[one] , or of { $part } in { $pillar } alone,
} is enough for { $below } to move ahead if all other provinces stay the same.
# order: loss part pillar below
loss-at-most = With a loss of { $loss } points in the total{ $alone ->
    [none] ,
   *[one] , or of { $part } in { $pillar } alone,
} { $below } is certain to move ahead if all other provinces stay the same; a smaller loss may cost a rank too, as scores in between are unknown.
# order: goal passing loss part pillar below
loss-target = Rank { $goal } or better is lost only when { $passing } provinces move ahead: with a loss of { $loss } points in the total{ $alone ->
    [none] { "" }
   *[one] {" "}(or of { $part } in { $pillar } alone)
} against the others. The last of them would be { $below }.
# order: loss part pillar passing below goal
loss-target-at-most = With a loss of { $loss } points in the total{ $alone ->
    [none] { "" }
   *[one] {" "}(or of { $part } in { $pillar } alone)
} against the others { $passing } provinces are certain to move ahead, the last of them { $below }, and rank { $goal } or better is lost; a smaller loss may do it too, as scores in between are unknown.
loss-unknown = No total of a province below { $province } is known, so the loss that costs a rank cannot be said.
loss-no-score = As no total of { $province } itself was found in the sources read, the loss that costs a rank cannot be said.
loss-last = { $province } is last: there is no rank below it to fall to.
climb-heading = What climbing would take
climb = Reaching rank { $rank } takes { $gap } points more in the total than others gain. If only one component { $table ->
    [some] in this table is raised,
   *[whole] is raised,
} { $cheap } needs the fewest: { $cheap_gain } points, { $cheap_reach ->
    [beyond] which is past the best score known ({ $cheap_leader }), so this component alone will not do
   *[within] which is { $cheap_share } of the distance to the best province ({ $cheap_leader })
}. Measured by the distance to the best, { $near } is closer: { $near_gain } points, { $near_reach ->
    [beyond] though that is past the best too
   *[within] only { $near_share } of it
} (the best is { $near_leader }).
climb-one = Reaching rank { $rank } takes { $gap } points more in the total than others gain. If only one component { $table ->
    [some] in this table is raised,
   *[whole] is raised,
} { $cheap } needs the fewest: { $cheap_gain } points, { $cheap_reach ->
    [beyond] which is past the best score known ({ $cheap_leader }), so this component alone will not do
   *[within] which is { $cheap_share } of the distance to the best province ({ $cheap_leader })
}; measured by the distance to the best it is the shortest step, too.
climb-total-only = Reaching rank { $rank } takes { $gap } points more in the total than others gain; the component scores of { $province } were not found in the sources read, so it is not known where the step is shortest.
climb-none-alone = Reaching rank { $rank } takes { $gap } points more in the total than others gain: no component of { $province } { $table ->
    [some] in this table is
   *[whole] is
} enough on its own, even at full marks.
climb-gap = Reaching rank { $rank } takes { $gap } points more in the total than others gain.
climb-best-already = Reaching rank { $rank } takes { $gap } points more in the total than others gain. If only one component { $table ->
    [some] in this table is raised,
   *[whole] is raised,
} { $cheap } needs the fewest: { $cheap_gain } points, although { $province } already has the best score there.
gains-caption = { $province }: the gain that reaches { $aim ->
    [asked] rank { $rank }
   *[next] the next rank
  } and the loss that costs one, if only one component changes and all other provinces stay the same
gain-all = The same in every component
climb-caption = { $province }: points needed for each rank above, in the total or in one component alone; * exceeds the best score known
climb-top = { $province } leads: there is no rank above it.
climb-elsewhere = No step to the rank asked for can be computed for { $province }: it is already there or better placed, or the total at that rank was not found in the sources read.
climb-unknown = How much { $province } needs to climb cannot be computed: the totals to compare with were not found in the sources read.
climb-no-score = How much { $province } needs to climb cannot be computed, as no total of { $province } itself was found in the sources read.
firm-heading = How firm the rank is
corners = If one pillar alone counted, the rank among the { $ranked } provinces would be: { $ranks }.
corner = { $pillar } – rank { $rank }
corners-unknown = No pillar rank of { $province } is known.
firm-weights = Weights are a choice of those who build an index. As a test, this briefing simulates { $draws } random sets of weights around the { $basis ->
    [fitted] ones in use
   *[printed] official ones
}; each weight on its own lies, in { $share } of the simulations, within: { $weights }.
weight-range = { $name } { $low }–{ $high } ({ $basis ->
    [fitted] in use
   *[printed] official
} { $weight })
firm-among = The { $edition } index has all component scores of { $known } of { $ranked } provinces only. Ranks under other weights are therefore among these { $known } provinces: others may overtake { $province }, so the true rank can only be the same or worse.
firm-among-alone = The { $edition } index has all component scores of { $known } of { $ranked } provinces only, but the pillar ranks among the { $ranked } show: beyond those { $known } no province can overtake { $province } under any weights.
weights-carried = The weights of the { $edition } index were read in no text: they are carried over from the { $earlier } index, whose own were fitted to its { $rows } rows published in full.{ $full ->
    [0] { "" }
   *[other] { " " }They give the totals of the { $edition } index with an error of at most { $largest }.
} What rests on them is derived.
weights-fitted = The weights of the { $edition } index were not read in a text of the ministry: they were fitted to the { $rows } rows published in full, whose totals they give with an error of at most { $largest }. What rests on them is derived.
firm-block = { $detailed ->
    [0] Of no province were the scores of each of the { $count } foundation indexes found
   *[other] The scores of each of the { $count } foundation indexes are published for { $detailed } of { $ranked } provinces only
}, so here the weight of the foundation moves as one block.
firm-unknown = The component scores of { $province } were not found in the sources read, so its rank cannot be tested under other weights.
firm-bounds = From the published pillar ranks it follows with certainty for all { $ranked } provinces: whatever the weights, the best that { $province } can reach lies at { $best }, the worst at { $worst }.
firm-any = Under any weighting at all the result is { $extremes } (computed exactly, not estimated).
firm-all-said = In { $draws } simulations { $province } keeps rank { $rank } in { $same } of them{ $reached ->
    [no] { "" }
   *[yes] {" "}and is in the top { $top } in { $within }
}; at least { $share } of them give { $middle }. { firm-any }
firm-some-said = In { $draws } simulations { $province } keeps rank { $rank } among the { $known } provinces in { $same } of them; at least { $share } of them give { $middle }. { firm-any }
firm-fixed-said = In { $draws } simulations, and under all other weights, { $province } is always at rank { $rank } among the { $known } provinces.
firm-all-title = Under simulated weights { $province } is in the top { $top } in { $within } of simulations
firm-all-subtitle = How often it takes each rank in { $draws } simulations of the weights, DTI { $edition }, { $known } provinces
firm-all-description = Column chart, DTI { $edition }: { $province } keeps rank { $rank } in { $same } of the simulations; at least { $share } of them give { $middle }, any weights at all give { $extremes }.
firm-wide-title = Under simulated weights { $province } is at { $middle } in at least { $share } of cases
firm-wide-subtitle = { firm-all-subtitle }
firm-wide-description = { firm-all-description }
firm-some-title = Among the { $known } provinces with all scores, other weights put { $province } at rank { $best } to { $worst }
firm-some-subtitle = How often it takes each rank in { $draws } simulations of the weights, DTI { $edition }, among the { $known } provinces with published scores
firm-some-description = Column chart, DTI { $edition }, among the { $known } provinces with published scores: { $province } keeps rank { $rank } in { $same } of the simulations; at least { $share } of them give { $middle }, any weights at all give { $extremes }.
firm-caption = Share of simulations at each rank
span-drawn = At least { $share } of simulations: { $ranks }
span-any = Any weights at all: { $ranks }
rank-one = rank { $rank }
rank-range = rank { $low } to { $high }
firm-facts = What is certain without any simulation
always-above = Under no weighting does { $province } overtake { $names } ({ $table ->
    [some] among the { $rows } in this table
   *[whole] among { $known } provinces
}).
always-above-many = { $number } of the { $table ->
    [some] { $rows } provinces in this table
   *[whole] { $known } provinces
} stay above { $province }, whatever the weights.
always-above-none = Of the { $known } provinces, none is always above { $province }, whatever the weights.
always-below = Under no weighting does { $province } fall behind { $names } ({ $table ->
    [some] among the { $rows } in this table
   *[whole] among { $known } provinces
}).
always-below-many = { $number } of the { $table ->
    [some] { $rows } provinces in this table
   *[whole] { $known } provinces
} stay below { $province }, whatever the weights.
always-below-none = Of the { $known } provinces, none is always below { $province }, whatever the weights.
rounding-sure = Scores are published to four decimals; the rounding is too small to change the rank.
rounding-open = The rounding of published scores leaves rank { $low } to { $high } open.
without-one = With one component left out of the total, the rank among the { $known } provinces becomes (by the component left out): { $ranks }.
driver = In the simulations { $table ->
    [some] and of the weights in this table, that of
   *[whole] the weight of
} { $pillar } matters most: { $share } of the rank’s variance, effects shared with other weights included.
drivers = The share of each weight in the rank’s variance (Sobol sensitivity indices, ± half the { $level } confidence interval)
plus-minus = { $value } ± { $half }
outlook-around = The ranks next to it
neighbours-known = Of the { $count } ranks { $table ->
    [some] in this table around
   *[whole] around
} { $province }, the names of { $named } and the totals of { $scored } were found.
neighbours-tie = Different sources put different provinces at rank { $rank } ({ $names }); no source read confirms both.
neighbours-caption = { $each ->
    [1] One rank
    [5] Five ranks
   *[other] { $each } ranks
  } above and below { $province }, DTI { $edition }
neighbours-caption-some = The ranks in this table around { $province }, DTI { $edition }
neighbours-no-other = This table has no rank but that of { $province }.
neighbours-none = No rank of { $province } is known, so the ranks next to it cannot be listed.
rank-targets-heading = Rank targets
rank-reserve = The strictest target { $table ->
    [some] in this table is
   *[whole] is
} rank { $goal } ({ $dues }); rank { $rank } today leaves { $places ->
    [0] no place
    [one] { $places } place
   *[other] { $places } places
} to spare.
rank-short = The strictest target { $table ->
    [some] in this table is
   *[whole] is
} rank { $goal } ({ $dues }); rank { $rank } today is { $places ->
    [one] { $places } place
   *[other] { $places } places
} short.
rank-targets-title = At rank { $rank }, { $province } meets { $reach ->
    [all] all { $count }
   *[some] { $holding } of { $count }
} rank targets { $table ->
    [some] in this table
   *[whole] today (not yet due)
}
rank-targets-subtitle = DTI rank among { $ranked } provinces; the dot is the { $edition } index, a band is where a target is met
rank-targets-description = Bar chart by year: { $province } at rank { $rank } in the { $edition } DTI; { $count } rank targets until { $last_due }, { $holding } of them currently met.
rank-targets-caption = The targets for the DTI rank
rank-targets-none = { $ranked ->
    [yes] No rank target of { $province } was found to compare with.
   *[no] No rank of { $province } is known, so it cannot be compared with a target.
}
rank-targets-caution = These are ranks, not scores: a province that keeps its score still loses rank when others move ahead.
rank-today = rank { $rank }
rank-target = rank { $rank }

## 5. Limitations, tasks, targets
agenda-finding = { $limitations ->
    [one] The { $limitations } limitation
   *[other] Of the { $limitations } limitations
} { $held ->
    [some] in this table
   *[all] the committee named
}{ $limitations ->
    [one] :
   *[other] ,
} { $direct ->
    [one] { $direct } is directly addressed by a task
   *[other] { $direct } are directly addressed by tasks
}, { $part } in part; { $none ->
    [0] none is left unaddressed.
    [one] { $none } has no task of its own: { $names }.
   *[other] { $none } have no task of their own: { $names }.
}
agenda-none-here = This table holds none of the { $count } limitations the committee named.
agenda-unknown = The sources of this briefing hold no committee review of { $year }, so the limitations of { $province } in that year and the tasks set for the next are not known.
limitations-caption = Each limitation and what addresses it
agenda-reading = The links between tasks and limitations are this briefing’s judgement, not the committee’s. The source leaves its list of limitations open-ended.
extent-direct = Directly
extent-part = In part
extent-none = Not yet
answers-none = No task of its own
answer = { $item }: { $reason }.
agenda-work = The work set
agenda-instructions = What departments and districts are asked to do
agenda-tasks = Main tasks
agenda-goals = Goal
agenda-no-tasks = Tasks of { $province } after { $year } set by the committee: { $held ->
    [none] not in this table
   *[all] not known
}.
agenda-unlinked = { $count } of { $tasks } { $tasks ->
    [one] task
   *[other] tasks
}{ $held ->
    [some] {" "}in this table
   *[all] { "" }
} { $count ->
    [one] addresses
   *[other] address
} none of the limitations named: { $names }. This is further development, not the remedy for a limitation.
agenda-followed-heading = Follow-up to the review of { $year }
agenda-followed = In the sources of this briefing, the committee last named limitations and tasks in its review of { $year }{ $held ->
    [some] ; of these, this table holds
   *[all] :
} { $goals ->
    [one] { $goals } goal
   *[other] { $goals } goals
}, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
} and { $limitations ->
    [one] { $limitations } limitation
   *[other] { $limitations } limitations
}. A goal with a figure is judged under “Targets and when they fall due”; the sources do not conclude which tasks are complete or which limitations have been remedied.
agenda-followed-caption = { $held ->
    [some] Some of what was named
   *[all] Goals, tasks and limitations named
} in the review of { $year }, and where they stand
followed-not-reported = { $held ->
    [none] not in the table of targets
   *[all] no conclusion found
}
kind-goal = Goal
kind-task = Task
kind-limitation = Limitation
agenda-plan = The coordination plan
agenda-aims = Its aims
agenda-fields = Its fields
agenda-no-plan = New coordination plan of { $province }: { $held ->
    [none] not in this table
   *[all] not known
}.
agenda-promises = Targets and when they fall due
agenda-no-targets = { $held ->
    [none] This table holds no target
   *[all] The sources of this briefing state no target
} of { $province }.
targets-tally = { $count ->
    [one] { $count } recorded target
   *[other] Of the { $count } recorded targets
}{ $held ->
    [some] {" "}in this table
   *[all] { "" }
} set before this briefing: { $parts }.
tally-due = { $count } { $when ->
    [closing] due by the end of the year in which the province ended
   *[past] due
} ({ $standing })
tally-ahead = { $count } { $when ->
    [closing] due later
   *[past] not yet due
} ({ $standing })
tally-met = { $count } met
tally-missed = { $count } missed
tally-waiting = { $count } waiting for the figure of { $count ->
    [one] its period
   *[other] their period
}
tally-silent = { $count } without a figure found
tally-vague = { $count } with figures too imprecise to judge
tally-holding = { $count } met by the latest figure
tally-behind = { $count } not met by the latest figure
tally-ahead-silent = { $count } without a figure found
tally-ahead-vague = { $count } with figures too imprecise to compare
targets-inherited = { $former } had set { $count } targets that are in the sources read; they are the targets of { $former }, not of { $province }: { $parts }.
targets-inherited-caption = Targets of { $former } with a result to compare
targets-caption = Targets with a result to compare
target-earlier = { $text }; latest figure: { $value } ({ $period })
agenda-silent = Targets without a result found
targets-silent-caption = Targets for which no result of the period they fall due in was found in the sources read: the distance to go is not known

## Appendix
method-point-in-time = Point in time. The briefing uses only what was published by { $as_of }; nothing later is in it. For a document read in a copy, the date under Sources may be that of the copy, later than that of publication.
method-precision = Precision. Figures keep the precision of their source: approximate ones say “nearly”, “about” or “more than” and are never compared as exact. Tables give scores and their differences to four decimals, as the scores are published; sentences give them on a scale of one thousand to one decimal, and what is smaller than that with more digits.
method-unknown = What is unknown. “Not found” means: not in the { $sources } sources read for this briefing, not that nobody published it. “No longer measured”, “not ranked” and “not published, according to the source” are written only where a source says so. A value without a source stays empty and is said to be unknown; nothing is estimated or filled in. “(Derived)” is a value that follows from what a source states, such as a rank and the places gained.
method-finding = What stands out. The first sentence names the component index with the best rank and the one with the worst, of those whose rank is known. If over the editions a pillar lost five places or more, and more than that worst rank is behind the overall rank, the sentence names that pillar instead. The choice is the same for every province and year; where three or more share the best rank, or the worst, only their number is given.
method-own-reading = Judgements. How far tasks address limitations, and the differences computed, are this briefing’s own.
method-dti = The index. DTI { $edition } (published { $published }) is a weighted composite indicator: { $weights }. A component’s part of a gap is its weight times the difference of the component’s scores.
appendix-table = The DTI { $edition } table this briefing rests on
appendix-table-caption = Scores and ranks (in brackets), DTI { $edition }: as published, those marked † computed in this briefing; a dash means not found
appendix-table-near = The table below shows only the first units, the last and those near { $province }; { $left } of { $count } are left out here. The data file dti_scores.csv has every published figure.
proof = Check: { $holds } of { $count } totals with all components published follow from their components; the largest difference is { $largest }, within rounding.
proof-none = Check: no row of the { $edition } index has every component needed to recompute its total.
method-firmness = Firmness of the rank. Sets of weights are simulated around the ones in use (Dirichlet distribution, fixed seed); the best and worst rank under any weights are computed exactly by integer programming; after the OECD and JRC handbook on composite indicators.
proof-part = { $holds } of { $count } totals with only some components published are held between two bounds, not recomputed: what is left of the total lies within what the unknown components can add. Most wrong digits in a single published component would pass unnoticed by this check.
proof-computed = The foundation and the pillars of { $provinces } provinces are computed from published indexes (marked †); { $agree } of { $printed } published pillar rows agree with them.
proof-computed-alone = The foundation and the pillars of { $provinces } provinces are computed from published indexes (marked †).
quality-proven = What was checked
quality-numbers = Every number. While the page was made, all { $numbers } numbers of this English page were traced to where they come from; had one not matched its row, its computation or its source, the page would not have been published. { $published } stand in a row of the data, { $calculated } come from a computation; they rest on { $rows } rows and { $sources } sources. The CSV file beside this page names each number with its computation, its rows (* stands for several) and its sources, where it has any; the counts of this section are the page’s own.
quality-totals = DTI totals. Of { $held } totals that can be held against their components in the main table of each edition, { $recomputed } were recomputed from all of them, with a largest difference of { $largest } (rounding){ $bounded ->
    [0] .
   *[other] ; { $bounded } were only held between two bounds, as components are missing.
}
quality-totals-bounds = DTI totals. None has every component needed to recompute it; { $held } were only held between two bounds.
quality-totals-none = DTI totals. None was found with scores of its components, so none could be recomputed.
quality-digits = Sensitivity. With the digits in the scores of the { $edition } index that can be tested made wrong one at a time, the check of totals and ranks notices { $noticed } of the slips on average; where components are missing or the slip is too small, only a look at the source shows it.
quality-digits-none = Sensitivity. For the { $edition } index no total was found with scores of its components: the check of totals notices no wrong digit there.
quality-facts = Cross-checked figures. { $agree } of { $held } numbers printed by { $documents ->
    [one] { $documents } other document
   *[other] { $documents } other documents
} agree with the data; { $own ->
    [0] none of them is about { $province } as it was in the reporting year.
    [one] { $own } of them is about { $province }.
   *[other] { $own } of them are about { $province }.
}
quality-facts-none = Cross-checked figures. By the as-of day no number printed by another document had been found that the data could be held against.
quality-second = Second source. Of { $known } results of { $province }, { $seconded ->
    [0] none is
   *[other] { $seconded } { $seconded ->
        [one] is
       *[other] are
    }
} confirmed by a second source, { $single } { $single ->
    [one] rests
   *[other] rest
} on one alone{ $differing ->
    [0] .
    [one] , and of { $differing } the sources differ.
   *[other] , and of { $differing } the sources differ.
}
quality-differing = Where sources differ: { $listed }. Where the page uses such a result, it takes the number named first: one in print rather than a derived one, else the one known earlier.
quality-other = { $name } ({ $period }): { $here }, and { $other }
quality-coverage = What the figures cover
quality-edition = DTI { $edition }: the rank of { $ranks } and the total of { $scores } of { $ranked } provinces are known; { $whole ->
    [0] every component is known for none.
   *[other] every component is known for { $whole }.
}
quality-unscored = The total of { $province } in the { $edition } index was not found.
quality-no-edition = DTI: no table had been published by the as-of day.
quality-results = Results of { $province }: { $known } results on { $indicators } indicators, from { $first } to { $last }; { $current ->
    [0] none is of the reporting year.
    [one] { $current } is of the reporting year.
   *[other] { $current } are of the reporting year.
}
quality-no-results = Results of { $province } beyond the DTI: not found in the { $sources } sources read.
quality-sources = Sources: { $read } documents could be used by { $as_of }; { $undated } of them { $undated ->
    [one] shows
   *[other] show
} no date, so their first day of use was set late, as a precaution; { $copied } { $copied ->
    [one] was
   *[other] were
} read in a copy.
quality-limits = Known limits
quality-blind = What the checks cannot see: a wrong number that still fits every number around it; what a source itself prints wrongly; what was misread on entry; what a source holds and nobody entered. A result with one source is only as firm as that source.
quality-derived = { $derived ->
    [one] { $derived } result of { $province } is
   *[other] { $derived } results of { $province } are
} derived from what a source says, and not printed there.
quality-inexact = { $inexact ->
    [one] { $inexact } result of { $province } is
   *[other] { $inexact } results of { $province } are
} approximate or a bound, not exact.
quality-fitted = The weights of the { $edition } index were fitted to the rows published in full; they were not found in any document, so that a total recomputed with them is no independent check.
quality-errors = If you find an error
quality-office = Please tell whoever sent you this page, or the { $office } of { $province }, which prepared it, or its successor.
quality-no-office = Please tell whoever sent you this page.
quality-what = Please quote the sentence with the number and, if you can, the number of its source and the name of its row in the CSV file beside the page.

## Explore (notebooks/explore.ipynb)
explore-edition = DTI edition
explore-province = Province
explore-rival = Rival
explore-official = Official weights
explore-ranks = With weights { $weights }, { $province } is at rank { $own } and { $rival } at rank { $other } of the { $known } provinces with all component scores; with the official weights { $own_official } and { $other_official }.
explore-among = In this edition only { $known } of { $ranked } provinces have all component scores: ranks here are among these.
explore-waterfall-title = { $province } against { $rival }: { $gap }
explore-waterfall-subtitle = Step by step from the total of { $rival } to that of { $province }, DTI { $edition }, with the chosen weights
explore-waterfall-description = Waterfall chart: the DTI { $edition } total of { $province } less that of { $rival } is { $gap } with the chosen weights.
explore-caption = Ranks with the chosen weights, around { $province }
explore-zero = All weights are { $zero }: raise at least one.
explore-against = Compare with
explore-against-one = one province
explore-against-region = its region
explore-against-chosen = chosen provinces
explore-chosen = Provinces
explore-now-province = { $before } is not in this edition, or not all its component scores are known: shown is { $now }.
explore-now-rival = In this edition { $before } cannot be set beside it: the rival is { $now }.
explore-now-part = This edition ranks the units after the mergers: { $before } is now part of { $now }.
explore-now-namesake = This edition ranks the units after the mergers: { $now } is here the new unit of that name.
explore-now-chosen = Not in this edition, and left out while it is shown: { $names }.
explore-now-region = In this edition no other province in the region of { $province } has all its component scores: it is set beside one province.
explore-now-weights = The total of this edition has other parts: the official weights are in use. The weights you chose come back when you go back.
explore-scale = Scale to a sum of { $whole }
explore-rank = Rank wanted
explore-take = Take these weights
explore-nearest = The weights closest to the official ones that give { $province } rank { $wanted } or better: { $weights } (the changes add up to { $change } percentage points; rank { $own }). They are rounded here; the button takes them exactly.
explore-nearest-already = With the official weights { $province } is at rank { $own } already: rank { $wanted } needs no change.
explore-nearest-none = No weights put { $province } at rank { $wanted }: the best rank under any weights is { $best }.
explore-group = With weights { $weights }, { $province } is at rank { $own } of the { $known } provinces with all component scores. It is compared with { $members } { $members ->
    [one] other province
   *[other] other provinces
} { $group }; { $above } of them rank above it.
explore-in-region = of { $region }
explore-in-choice = chosen here
explore-left-out = Left out: { $unknown } more of the region, whose component scores are not all known.
explore-nobody = Choose at least one province to compare { $province } with.
explore-group-title = Ranks and totals of { $province } and { $members } { $members ->
    [one] other province
   *[other] other provinces
} { $group }
explore-group-subtitle = Totals of DTI { $edition } ({ $scale_low } to { $scale_high }) and ranks with the chosen weights
explore-group-description = Bar chart: DTI { $edition } totals with the chosen weights; the highest is { $best }, { $total }.
explore-group-caption = Ranks with the chosen weights: { $province } and { $members } { $members ->
    [one] other province
   *[other] other provinces
} { $group }
explore-group-mean = Mean of { $members } others
explore-parts-title = By component: { $province } against the mean of { $members } { $members ->
    [one] other province
   *[other] other provinces
} { $group }
explore-parts-subtitle = DTI { $edition } scores, { $scale_low } to { $scale_high }; the plain mean, each province counts the same
explore-parts-description = Dot plot: in DTI { $edition }, component scores of { $province } beside the mean of { $members } others; the largest part of the difference is { $component }, { $contribution }.
explore-map-title = Ranks of the provinces with the chosen weights
explore-map-subtitle = DTI { $edition }: each province is a field of the same size with a short name and the rank; the field of { $province } is framed
explore-map-description = Map of Viet Nam in fields, with Hoàng Sa and Trường Sa: DTI { $edition } ranks with the chosen weights; { $province } is at rank { $rank }.
explore-map-caption = The fields of the map. A short name is the first letters of the words (without “City”); where these are the same, with more letters of the last word or the first
explore-class = { $ends ->
    [one] rank { $low }
   *[several] rank { $low }–{ $high }
}
explore-no-rank = scores unknown
column-short = Short name
column-new-rank = New rank
column-official-rank = Official rank
column-new-total = New total
column-contribution = Part of the gap

## List of briefings (reports/index.html)
index-title = Provincial digital transformation briefings
index-kicker = Briefings for the steering committee on digital transformation
index-description = The published briefings on provincial digital transformation, by reporting year and province, in Vietnamese and English.
index-year = Reporting year { $year }
index-language = English
index-none = No briefing has been published yet.
index-no-region = Provinces whose region is not in the data
index-ranks = DTI rank over the years, of { $ranked } units ranked
index-ranks-then = { $before }, then { $after }
index-ranks-line = Line chart, DTI rank of { $province } over the years: { $ranks }.
# order: rank ranked edition
index-ranks-point = rank { $rank } of { $ranked }{ $tied ->
    [yes] , tied,
   *[no] { "" }
} in { $edition }{ $basis ->
    [derived] {" "}(derived)
   *[printed] { "" }
}
index-ranks-tied = An equals sign: tied with another unit.
index-ranks-derived = An open circle: the rank is derived.
index-ranks-method = The method changed with the index of { $editions }.
index-foot = Each briefing is one file: it opens on a phone or a computer without internet access, and prints on paper.

## Two briefings compared (briefing diff)
diff-title = { $province }: from the { $first } briefing (figures published up to { $first_day }) to the { $second } briefing (up to { $second_day })
diff-backwards = The { $first } briefing is the later one: what follows reads back in time.
diff-count-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}: { $tally }
diff-count-targets = { $count ->
    [one] { $count } target
   *[other] { $count } targets
}: { $tally }
diff-count-nation = Whole country, as context ({ $count }): { $tally }
diff-tally = { $order ->
    [back] { $changed } changed, { $unchanged } unchanged, { $new } only in the { $second } briefing, { $gone } only in the { $first } briefing.
   *[on] { $changed } changed, { $unchanged } unchanged, { $new } new, { $gone } no longer reported.
}
diff-group-key = Key figures
diff-group-dti = Digital Transformation Index (DTI)
diff-group-targets = Targets
diff-group-others = Other figures
diff-group-briefing = The briefing itself
diff-nation = Whole country
diff-pillar = Rank in { $pillar }
diff-target = Target “{ $name }: { $promise }” ({ $set_by }, due: { $due })
diff-target-short = { $name }: { $promise } ({ $due })
diff-edition = Latest DTI edition
diff-limitations = Limitations named
diff-tasks = Tasks set
diff-sources = Sources known
diff-status = “{ $status }”
diff-status-result = { $status } with { $result }
diff-value-state = { $value }, { $state }
diff-edition-of = { $edition } index
diff-edition-computed = { $edition } index, computed in this briefing
diff-changed = { $name }: from { $before } to { $after }{ $move }.
diff-unchanged = { $name }: { $value } in both briefings.
diff-unchanged-since = { $name }: { $value } in both briefings ({ $before }; { $after }).
diff-one-sided = { $name }: { $value }; { $lacking ->
    [later] no new figure
   *[earlier] not yet reported
} in the { $year } briefing.
diff-move = { $direction ->
    [up] up by { $amount }
    [down] down by { $amount }
    [climb] up { $amount }
   *[fall] down { $amount }
}{ $verdict ->
    [better] {" "}(better)
    [worse] {" "}(worse)
   *[none] { "" }
}
diff-kind = { $kind ->
    [changed] changed
    [unchanged] unchanged
    [new] { $order ->
        [back] only in { $second }
       *[on] new
    }
   *[gone] { $order ->
        [back] only in { $first }
       *[on] no longer reported
    }
}
diff-apart = These are two units: { $before } became part of { $after }. No figure of one is subtracted from the other’s; they only stand side by side.
diff-moves = { $kind ->
    [some] { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }: { $moves }; { $same } the same.
   *[none] No changes; { $same } the same.
}
diff-moved = { $count } { $move ->
    [rose] rose
    [fell] fell
    [other] changed otherwise
    [judged] newly judged
    [new] new
   *[gone] no longer reported
}
diff-beside = { $name }: { $one } { $before }; { $other } { $after }.
diff-column-change = Change

## Commands (briefing …)
cmd-error = briefing: { $said }
cmd-aborted = Stopped; nothing was written.
cmd-interrupted = Stopped half way; what was published is whole.
cmd-page-usage = Usage:
cmd-page-arguments = Arguments:
cmd-page-options = Options:
cmd-page-commands = Commands:
cmd-page-help = Show this page and stop.
cmd-page-required = [required]
cmd-page-default = [default:
cmd-wrong-command = there is no command “{ $name }”; briefing --help lists the commands
cmd-wrong-option = there is no option { $name }; --help lists the options
cmd-wrong-empty = the option { $name } needs a value after it
cmd-wrong-full = the option { $name } takes no value
cmd-wrong-extra = “{ $name }” is one too many: --help says what the command takes
cmd-wrong-missing = { $name } is missing: --help says what the command needs
cmd-wrong-whole = { $name } must be a whole number
cmd-wrong-number = { $name } must be a number
cmd-wrong-least = { $name } must be { $least } or more
cmd-wrong-value = the value of { $name } cannot be used: { $value }
cmd-help-briefing = Make and check the yearly digital-transformation briefing of a province. The language is that of --lang, else of BRIEFING_LANG, else of the machine.
cmd-help-lang = Language of what is printed: vi or en.
cmd-help-project = Folder with data/ and notebooks/ (default: found from here upwards).
cmd-help-province = Province: its name, or its id in data/provinces.csv.
cmd-help-named-province = Province: its name, or its id in data/provinces.csv; all means those of data/briefings.csv.
cmd-help-unit = Province: its name, or its id in data/provinces.csv (default: Bac Giang, since its merger the new province).
cmd-help-out = Folder of the reports (default: reports in the project).
cmd-help-build = Run the chapters and publish each year’s briefing as one HTML file a language.
cmd-help-years = Reporting year, or all.
cmd-help-langs = Language of the pages: vi, en or all.
cmd-help-pdf = Print the pages too, and page one alone as a handout and a slide (needs WeasyPrint).
cmd-help-batch = Make many briefings in one run; leave those that are up to date.
cmd-help-provinces = Provinces: named (those of data/briefings.csv), all, or ids, names and regions with commas between.
cmd-help-force = Make what is up to date too.
cmd-help-only = Make only what has one of these reasons, with commas between: new, failed, missing, changed, data, notebooks, code, versions.
cmd-help-kernel = Run each chapter in a kernel of its own, as JupyterLab does: slower, and the same to the byte.
cmd-help-jobs = How many processes work at a time (default: one a processor; none but this one if it is zero).
cmd-help-cell-seconds = How many seconds a cell may run.
cmd-help-memory = How many MiB of memory a chapter may use, where the system can hold it to that (zero: no bound).
cmd-help-preview = Run one chapter, take the others from the last run, and write a page to look at; nothing is published.
cmd-help-watch = Make a page to look at, and make it again whenever a notebook, the data or a sentence changes; nothing is published.
cmd-help-chapter = The chapter: its number, or its name.
cmd-help-newest-year = Reporting year (default: the latest).
cmd-help-scheduler = Make them on a Dask cluster: the address of its scheduler, such as tcp://host:port (needs the extra cluster).
cmd-help-check = Validate the data package; name every problem, and every cell still to be filled in.
cmd-help-accept = Accept the tables as they are after edits by hand: name every row that is new, changed or gone, then ask.
cmd-help-accept-yes = Do not ask: somebody has looked at the rows.
cmd-help-diff = Tell what changed between two briefings, figure by figure.
cmd-help-first = Reporting year to start from.
cmd-help-second = Reporting year to compare with it.
cmd-help-diff-all = Tell what is the same too, and add the table.
cmd-help-csv = File for the whole table: CSV, or .xlsx.
cmd-help-import-dti = Add a DTI edition from a file: show how it was read, check it, append it to the data. On a terminal it asks before it writes; elsewhere it writes at once.
cmd-help-dti-file = A saved page, xlsx, xls, ods or CSV.
cmd-help-edition = The year the table measures.
cmd-help-published = Its day of publication, written as year-month-day.
cmd-help-like = The edition whose method it has (default: the latest).
cmd-help-sheet = The sheet of a workbook (default: all).
cmd-help-source = Its source in data/sources.csv (default: a new one).
cmd-help-partial = Provinces or cells may be missing.
cmd-help-yes = Write without asking.
cmd-help-dry-run = Show and check, write nothing.
cmd-help-lab = Open JupyterLab on the project; options that are not listed here are JupyterLab’s own.
cmd-help-set-up = Only let git leave outputs out of notebooks.
cmd-help-new-year = Add the rows of a new year, mark the cells to fill in, and list the steps that remain.
cmd-help-next-year = The new reporting year, or one that has begun if another province is added.
cmd-help-status = Say for each year what is done, what waits, and why a row of the data is not used.
cmd-help-trace = Say which statements of the published pages have a figure, and where they have it from.
cmd-help-what = A figure as it stands on the page, or the name of an indicator, a DTI component, a DTI edition, a target, a source or a row of the data.
cmd-help-year = Reporting year (default: all).
cmd-checking = checking the data
cmd-batch-made = { $briefing }: made ({ $why }; { $seconds } s)
cmd-batch-why = { $reason ->
    [new] never made
    [failed] failed last time
    [missing] a file is missing
    [changed] a file was changed
    [data] other data
    [notebooks] other notebooks
    [code] other code
    [versions] other libraries
   *[forced] asked for
}
cmd-batch-failed = { $briefing }: { $fault }
cmd-batch-sum = made { $made }, up to date { $fresh }, failed { $failed }
cmd-batch-waiting = left for another reason: { $count }
cmd-only-or-force = --force makes everything and --only what has a reason: take one of them
cmd-little-memory = --memory { $memory } is too little: a chapter needs at least { $least } MiB (zero: no bound)
cmd-no-reason = “{ $reason }” is no reason to make a briefing; there are { $known }
cmd-no-year = “{ $year }” is neither a reporting year nor “{ $all }”
cmd-no-chapter = there is no chapter “{ $chapter }”; there are { $known }
cmd-preview-made = { $file }: { $seconds } s ({ $count ->
    [0] every chapter of the last run
   *[other] run: { $names }
})
cmd-watching = Watching { $briefing }; Ctrl-C ends it.
cmd-watch-changed = Changed: { $names }
cmd-watch-broken = { $file }: Python cannot read it; the code from before goes on
cmd-watch-restart = The code changed: starting again.
cmd-watch-ended = Watching has ended.
cmd-taken = { $file }: taken { $how }
cmd-excel-saved = as Excel saved it: { $signs }
cmd-excel-sign = { $sign ->
    [mark] byte-order mark
    [semicolons] semicolons
    [tabs] tabs
    [commas] decimal commas
    [days] days as { $example }
    [capitals] TRUE for true
    [zeros] a zero lost in front
    [parts] accents apart from their letters
    [columns] empty columns at the end
    [rows] empty rows at the end
    [told] a line sep= before the headings
   *[short] short rows
}
cmd-rewritten = { $file } was { $how }; now written back as the others are, with commas, decimal points and days as { $example }
cmd-checked = { $tables } tables, { $rows } rows: no problems
cmd-as-accepted = { $tables } tables as accepted
cmd-nothing-accepted = Nothing says how many rows each file has, so a lost row may go unseen: { $command }
cmd-since-accepted = { $file }: since it was accepted { $changes } (look at them, then { $command })
cmd-rows-since = { $kind ->
    [lost] { $count } { $count ->
        [one] row is
       *[other] rows are
    } gone
    [changed] { $count } changed
    [added] { $count } added
    [filled] { $count } filled in
   *[dropped] { $count } that waited to be filled in dropped
}
cmd-rows-moved = rows in another order
cmd-row-since = { $file }, row { $row }, { $key }: { $kind ->
    [lost] gone
    [changed] changed
    [added] new
    [filled] filled in
   *[dropped] dropped, it waited to be filled in
} { $cells }
cmd-since-moved = { $file }: rows in another order
cmd-ask-accept = Accept the tables as they are?
cmd-accepted = { $tables } tables accepted as they are (kept in { $file })
cmd-accept-unasked = The rows above are for somebody to look at: if they are right, run it again with { $option }. Nothing was written.
cmd-proof = DTI { $edition }: { $proven }
cmd-proof-full = { $holding } of { $count } totals follow from all their components (largest residual { $residual })
cmd-proof-part = { $holding } of { $count } agree with the components published
cmd-proof-none = no total with published components
cmd-facts = Confirmed: { $count } numbers printed by { $sources } other documents agree
cmd-of-year = { $year }: { $said }
cmd-kinds = { $kind ->
    [limitation] limitations
    [task] tasks
   *[goal] goals
}
cmd-unknown-agenda = no { $names } in agenda.csv
cmd-unknown-no-edition = no DTI edition
cmd-unknown-edition = no DTI edition since the briefing of { $year }: it cites { $edition } again
cmd-unknown-key = no result of these key figures: { $names }
cmd-unknown-targets = no result for these targets due: { $names }
cmd-no-lab = JupyterLab is not installed: { $command }
cmd-cluster-no-dask = Dask is not installed: { $command }
cmd-cluster-options = --scheduler goes without --jobs and --kernel: the workers are those of the cluster
cmd-cluster-silent = no Dask scheduler answers at { $scheduler }: start one with “dask scheduler”, and give its address as it prints it
cmd-cluster-nobody = the scheduler at { $scheduler } has no worker: start some with “{ $setting } dask worker { $scheduler }”
cmd-cluster-unfit = worker { $worker } { $kind ->
    [package] does not know this package ({ $there }): install it there, with its extra “cluster”, and start the worker again
    [code] has this package with other code: install the same there, and start the worker again
    [versions] has other libraries ({ $there }; here { $here }): install those of requirements.lock on both, and start the worker again
    [printer] has WeasyPrint { $there }, here it is { $here }: install the same there, and start the worker again
    [daemon] may start no processes: start it with { $here } in its environment
   *[system] cannot fork safely: workers run on Linux
}
cmd-cluster-died = { $count ->
    [one] a worker died
   *[other] { $count } workers died
} making it, the last at { $worker }: look at its log and its memory
cmd-cluster-lost = not made: the scheduler at { $scheduler } or its workers are gone; start them and run the same command again
cmd-no-project = no { $file } in { $folder } or above it: run inside the project
cmd-no-chapters = no chapters ({ $name }) in { $folder }: restore them from git
cmd-no-notebook = { $file } cannot be read as a notebook: restore it from git
cmd-not-tagged = { $file }: { $count } cells tagged parameters, not one
cmd-declared = { $file }: { $kind ->
    [unknown] unknown parameter “{ $name }”
   *[missing] no parameter “{ $name }”
} in its parameters cell
cmd-system = the system refuses: { $fault } ({ $what })
cmd-row-there = { $file } has a row { $row } already: nothing written
cmd-in-the-way = { $folder } is not a folder: a file is in the way; name another
cmd-unmade = { $folder } cannot be made ({ $fault }); name another
cmd-unwritten = { $file } cannot be written ({ $fault }); what was there before is whole
cmd-not-writable = nothing can be written into { $folder } ({ $fault }); name another
cmd-busy = another run is writing into { $folder } (process { $process }): try again when it has ended
cmd-no-temporary = there is no temporary folder to write in ({ $fault }): set TMPDIR
cmd-cell = cell { $cell }
cmd-no-cell = before its first cell
cmd-chapter-failed =
    chapter { $chapter }, { $where }: { $fault }
    the executed notebook: { $notebook }
cmd-died-signal = the process was killed by { $signal }
cmd-died-code = the process ended with exit code { $code }
cmd-died-server = the process that runs the chapters cannot be started ({ $fault }); with --jobs { $none } they all run in one
cmd-cell-late = the cell ran for more than { $seconds } s (--cell-seconds sets that)
cmd-cell-memory = { $fault } (--memory sets how much a chapter may use)
cmd-no-figures = { $file } holds no figures: build the page again
cmd-not-built = { $file } has not been built: { $command }
cmd-diff-twice = two different years are needed, { $year } was given twice
cmd-trace-unknown = “{ $text }” is not a figure, and no indicator, DTI component, source, target or row is called that; { $kind ->
    [near] did you mean { $near }?
   *[none] { $file } lists the indicators
}
cmd-trace-many = “{ $text }” is a part of { $count } names, say more: { $names } ...
cmd-trace-names = “{ $text }” is in the names of: { $names }
cmd-trace-table = { $file } ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
})
cmd-trace-source = Source { $source } { $kind ->
    [some] has rows in: { $tables }
   *[none] has no rows that name it
}
cmd-trace-page = { $year }: { $kind ->
    [some] in { $count ->
        [one] { $count } statement
       *[other] { $count } statements
    }
   *[none] not stated as a figure
} ({ $file })
cmd-trace-newest = Latest page that states it: { $year }
cmd-trace-near = Did you mean { $names }?
cmd-trace-lost-label = no longer
cmd-trace-lost = { $row }: not in the data now, build the page again
cmd-trace-computed = computed by { $name }: { $does }
cmd-trace-beside = beside it
cmd-trace-cites = cites
cmd-trace-row = { $file }, row { $line }, { $name }
cmd-trace-note = note: { $note }
cmd-trace-no-place = place not known
cmd-trace-label-source = source
cmd-trace-label-confirmed = confirmed
cmd-trace-now = { $cells } now, build the page again
cmd-trace-undated = no date shown, usable from { $day }
cmd-trace-no-address = no address
cmd-trace-no-row = No row of the data holds it.
cmd-trace-rows = Rows of the data { $which ->
    [holding] that hold it
   *[unstated] that no page states
}
cmd-trace-more = ... and { $count ->
    [one] { $count } row
   *[other] { $count } rows
} more.
cmd-trace-usable-label = usable
cmd-trace-usable = from { $day } on, { $kind ->
    [none] by no briefing there is
    [one] by the briefing of { $years }
   *[many] by the briefings of { $years }
}
cmd-year-there = { $year } of { $province } is in { $file } already; the next year is { $following }
cmd-year-not-next = { $year } cannot be added: the next year is { $following }
cmd-added-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} to { $file }
cmd-added = Added { $rows }: { $count ->
    [one] { $count } cell
   *[other] { $count } cells
} to fill in, each { $mark }
cmd-rows-of = { $file }, { $count ->
    [one] row { $rows }
   *[other] rows { $rows }
}
cmd-a-file = FILE
cmd-step-briefing = { $briefing }: fill in { $columns }. Nothing published after the as_of day
       may appear in the briefing. The office is the one of that year, not last year’s.
cmd-step-results = { $results }: fill in each row as its source puts it, period and timing too, or
       delete it if nothing is published. A new source goes into sources.csv first; a locator that
       is not known stays empty. The publisher is the one of its day: offices change their names.
cmd-step-agenda = agenda.csv, agenda_links.csv: limitations, tasks, goals and links from the committee’s report.
       Without them the briefing says that they are not known.
cmd-step-targets = targets.csv: targets set since. { $due }
cmd-step-edition = The DTI edition published since, if there is one:
       { $command }
cmd-step-check = { $check }: lists every cell that is left.
cmd-step-build = { $build }; look at the page; make test.
cmd-step-commit = Commit data/ and reports/{ $year }.
cmd-undo = To undo: { $command } (it takes back whatever is not committed in { $folder }).
cmd-none-due = None that is there is due in { $year }.
cmd-due = Due in { $year }:
cmd-more = and { $count } more
cmd-status-year = { $year }, { $province } (as of { $day }): { $state ->
    [done] done
   *[waits] work left
}
cmd-status-page = Page { $file }: { $state ->
    [done] there, as it would be made now
    [again] there, but to be made again ({ $why })
    [older] there, but { $newer } has changed since
   *[missing] not built
}
cmd-status-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
} { $mark } in { $file }
cmd-status-editions = DTI editions known: { $kind ->
    [some] { $editions }
   *[none] none
}
cmd-status-edition-late = DTI edition { $edition } is not used: it may be used from { $day } on
cmd-status-late = Not used because the source came too late: { $source }, usable from { $day } on: { $rows }
cmd-next-year = Next, once there are figures of a new year: { $command }
cmd-next-fill = Next: fill in the cells { $mark }, then { $command }
cmd-next-build = Next: { $command }
cmd-next = Next: { $command }
import-section = { $kind ->
    [tables] Tables
    [headings] Headings
    [rows] The first three provinces and the last
    [names] Names spelt otherwise
    [files] Rows to add
    [moves] The largest moves of rank since edition { $edition }
    [orders] Rank correlation (Spearman) with edition { $edition }
   *[strength] Wrong digits that the check would notice
}
import-column = { $name ->
    [table] table
    [provinces] provinces
    [numbers] numbers
    [remark] remark
    [heading] heading
    [read] read as
    [written] in the file
    [province] province
    [file] file
    [rows] rows
    [title] title or note
    [before] rank before
    [rank] rank
    [move] move
    [component] column
    [correlation] correlation
    [proof] checked by
    [scores] scores
    [first] first decimal
    [second] second decimal
    [third] third decimal
    [fourth] fourth decimal
   *[exchanged] exchanged
}
import-proof = { $kind ->
    [recomputed] recomputed from all components
   *[bounds] held between bounds
}
import-meaning = { $role ->
    [province] province
    [number] running number
    [year] year
    [score] score of { $component }
    [rank] rank of { $component }
    [value] value of { $component }
   *[left_out] left out
}
import-units = { $found } of the { $count } units of { $day }
import-others = { $count } other tables
import-no-table = not a table of the index
import-left-out = left out: { $remarks }
import-decimals = { $count ->
    [one] { $count } decimal
   *[other] { $count } decimals
}
import-sign = { $kind ->
    [comma] decimal comma
    [point] decimal point
   *[typed] typed as numbers
}
import-follows = { $value } (derived)
import-remark = { $kind ->
    [no-heading] no heading
    [no-rank] not a rank
    [years] of { $about }
    [change] a change, not a rank or a score
    [smart-city] smart city: no points in the total
    [no-component] “{ $about }” is no component of this method
    [row] row { $row }, “{ $about }”
   *[unknown] not recognised
}
import-other-years = { $count ->
    [one] { $count } row of another year
   *[other] { $count } rows of other years
}
import-few-decimals = { $count ->
    [one] { $count } decimal, { $needed } are needed
   *[other] { $count } decimals, { $needed } are needed
}
import-taken-for = { $kind ->
    [activities] taken for activity indexes
   *[pillars] taken for pillars
}
import-unread = { $file }: { $why ->
    [missing] there is no such file
    [folder] is a folder
    [special] is no ordinary file
    [denied] cannot be opened: { $fault }
    [empty] is empty
    [large] is larger than { $most } MB
    [other] is not a saved page, a workbook or a text table
    [encoding] is neither { $formats } nor { $wide } (line { $line }): save it as CSV { $formats } or as xlsx
    [text] is not a text table: { $fault }
    [workbook] is not a readable workbook: open it in a spreadsheet and save it as xlsx, without a password
    [password] is locked by a password: open it in a spreadsheet and save it without one
    [names] holds a part that leads out of it, “{ $fault }”: save what you need of it as a new xlsx
    [bomb] unfolds to more than { $most } MB: save what you need of it as a new xlsx
    [entities] declares a type of document, which no workbook does: save what you need of it as a new xlsx
    [cells] reaches over more than { $most } cells, rows or characters: save what you need of it as a new xlsx
    [endless] is too entangled to be read: save the table as xlsx or CSV
    [no_index] no table in it has a column of provinces beside one of scores or ranks (headings such as { $fault })
   *[no_table] there is no table in it
}
import-grid = { $kind ->
    [table] { $file }, table { $name }
   *[sheet] { $file }, sheet “{ $name }”
}
import-reading-fails = { $kind ->
    [activities] as activity indexes
   *[pillars] as pillars
}: { $fault }
import-note = { $kind ->
    [points] built as edition { $edition }, with points of its own
   *[carried] method and weights as edition { $edition }
}
import-note-partial = holds { $found } of { $ranked } provinces, { $scored } with a total
import-note-rounded = { $count ->
    [one] { $count } score
   *[other] { $count } scores
} rounded to { $decimals } decimals
import-note-file = file { $file }, read by { $command }
cmd-import-proof = Check: { $proven }
cmd-nothing-written = Nothing was written.
cmd-added-to = Added to { $file }
cmd-write-rows = Write these rows?
cmd-proof-weakest = {" "}(wrong digits noticed, by decimal: { $shares })
cmd-ask-publisher = Who published it, in Vietnamese
cmd-ask-publisher-en = Who published it, in English
cmd-odd = Odd: { $problem }
cmd-odd-remains = { $count ->
    [one] What is odd above needs
   *[other] The { $count } odd things above need
} an answer when the table is imported, or --yes once compared with the source.
cmd-help-publisher = Who published it, in Vietnamese.
cmd-help-publisher-en = Who published it, in English.
cmd-help-title = Its title (default: what the file says).
cmd-help-url = Its address (default: what the file says).
cmd-help-points = Its own points: a table of component and points.
cmd-help-confirm = What others print of it: a table of facts to hold it to.
cmd-help-units = How many units it ranks (default: by names).
cmd-help-draft = Make a page to look at although cells wait.
cmd-help-form = Write an Excel form to fill in instead; see take.
cmd-help-filled = The form that new-year --form wrote, filled in.
cmd-help-take-yes = Write without asking, doubtful values too.
cmd-help-take = Take a filled form: show old and new of each row, check them, write all or nothing.
cmd-no-day = { $option } “{ $text }” is not a date such as { $example }

## Errors (in notebooks, and on the command line)
error-unknown = unknown { $what ->
    [parameter] parameter
    [province] province
    [language] language
    [edition] edition
    [component] component
    [indicator] indicator
    [source] source
    [kind] kind of item
   *[sheet] sheet
} “{ $value }”{ $instead }
error-did-you-mean = , did you mean { $name }?
error-there-are = ; there are: { $names }
error-listed-in = ; { $file } lists them
error-parameter = parameter “{ $name }”: { $kind ->
    [missing] field required
    [range] input should be from { $low } to { $high }
    [whole] input should be a valid integer
    [positive] input should be greater than zero
    [least] input should be { $low } or more
   *[text] input should be text
}
error-weights = weights: { $kind ->
    [missing] none is given for { $parts }
    [below] none may be below zero
   *[none] at least one must be above zero
}
error-too-many = this chart can draw { $most } at most; there are { $count }
error-no-data = no data for the year { $year }; years with data: { $years }
error-none-known = on { $day }, the day of the { $year } briefing, nothing of this was known; try another year
error-ended = { $name } has been part of { $whole } since { $day }: use province { $province }; the last year of { $own } is { $last }
error-namesake = { $name } has been part of a new unit of the same name since { $day }: use province { $province }; the last year of { $own } is { $last }
error-not-begun = the new { $name } was made of { $parts } on { $day }: for { $year } use province { $provinces }
error-chart-data = column “{ $column }” of the chart’s data { $kind ->
    [twice] stands there twice: give each column a name of its own
    [infinite] holds an infinite number: leave out the row or leave the cell empty
   *[cell] holds “{ $value }”, which is not a number, date, text, true or false
}
error-chart-drawn = “{ $value }” is not a chart: give a figure, axes, a grid of seaborn’s, or a function that takes a width and returns a figure
error-chart-cite = the table given as `cite` has no column { $names }: each row needs its source and the name of its row of the data
error-and = { $first } and { $last }
error-or = { $first } or { $last }
error-source-day = edition published on { $published }, but source “{ $source }” is of { $day }: name the source of this edition, or leave --source out and a new one is added
error-publisher = who published the table of edition { $edition }? give --publisher and --publisher-en (and --title, --url), or --source if it is in data/sources.csv
error-edition-there = edition { $edition } is in data/dti_editions.csv already
error-table-there = the table of { $count } of edition { $edition } is in data/dti_editions.csv already
error-source-there = source { $source } is in data/sources.csv already: use --source { $source }
error-published-early = edition { $edition } published on { $published }, before its year is over: give the day of publication
error-no-sheets = { $file } is no workbook: leave out --sheet
error-shared-name = { $file }: { $one } and { $other } share a name, “{ $name }”: name one of them otherwise
error-units = there is no time with { $units } units; there were { $counts }
error-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
} in { $where ->
    [file] the file, nothing was written
   *[data] the data
}:
error-more = ... and { $count } more
error-open-box = ({ $sign } stands for a space at the beginning or the end of a cell)
error-to-fill = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
} to fill (in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}):
error-place = { $kind ->
    [row] { $file }, row { $row }
    [column] { $file }, column { $column }
    [cell] { $file }, row { $row }, column { $column }
   *[file] { $file }
}
error-gap-part = the table of the gap: the part of “{ $part }” is not weight × difference; to change weights, set WEIGHTS where the table is made
error-label-differs = “{ $label }” is written where { $number } is drawn
error-drawn-untold = “{ $label }” is drawn and comes from nowhere
error-axis-order = the labels of an axis are not in the order of what is drawn
error-no-number = no number in the column { $column }
error-unowned-column = column { $column }: neither of the data nor of a computation
error-unowned-place = no number at { $place }, or nobody knows what computed it
error-not-in-chart = { $shown } in “{ $words }” does not stand in the data of the chart
error-map-without = a map of Viet Nam without { $names } is not drawn
error-map-unknown = there is no map of { $count } provinces: data/tiles.csv, and the archipelagos in helpers.drawing.archipelagos, say which there are
error-not-scored = { $name } has no { $what ->
    [rank] rank
   *[score] score
} in { $component } in edition { $edition }
error-parts-of-edition = edition { $edition } cannot be explored: the scores of all parts of the total are known of fewer than two provinces{ $instead }
error-parts-of-province = { $name } cannot be shown: in edition { $edition } the scores of some parts of its total are not known{ $instead }
error-own-rival = { $name } cannot be compared with itself: choose another rival
error-follower = what follows the explorer is a function that takes some of { $names }

## Faults in the data, and their cures
fault-province-count = { $count } provinces on { $day }, expected { $expected }
fault-end-or-successor = an end or a successor alone
fault-becomes-itself = a unit that becomes itself
fault-not-next-day = “{ $name }” does not begin on the day after
fault-beginning = does not fit the successors
fault-code-twice = a second unit of code { $code } on { $day }
fault-no-province-then = “{ $name }” was not a province at the end of { $year }
fault-no-province-in = “{ $name }” was not a province in { $year }
fault-scope = “{ $name }” is neither a province nor “{ $national }”
fault-value-or-state = neither a value nor a state
fault-value-and-absent = a value, and a state that there is none
fault-unqualified = a value without one
fault-nothing-to-qualify = no value to qualify
fault-share = a share of { $value } %
fault-base-uncounted = a base of { $base } for what is not counted one by one
fault-part = { $value } of { $base }
fault-jump = { $value }, where the last one was { $last }
fault-count = a count of { $value }
fault-rank = a rank of { $value }
fault-ranked = { $ranked } ranked, but there were { $count } provinces
fault-source-before = edition { $edition } was published on { $published }, but its source “{ $source }” is of { $day }
fault-as-of-early = the briefing of { $year } is given on { $day }, before the year is over
fault-to-fill = to fill in: { $about }
fault-as-of-late = the briefing of { $year } is given on { $day }, more than a year after the year was over
fault-as-of-before = { $day } is before { $other }, when the briefing before it was given
fault-office-named = has the name of the province, which the page adds itself: it would say “{ $shown }”
fault-available = available before it was published
fault-outside = { $province }, edition { $edition }: { $component } would have to be { $score }, outside { $low }-{ $high }
fault-weights = weights of edition { $edition } sum to { $sum }, not { $whole }
fault-score-or-rank = neither a score nor a rank
fault-rank-of = rank { $rank } of { $ranked }
fault-total = { $province }, edition { $edition }: the total { $total } does not follow from its components ({ $known })
fault-total-parts = { $province }, edition { $edition }: the total { $total } cannot follow: { $count } of { $parts } components make { $known }, the others at most { $most }
fault-same-edition = { $equal } of { $count } totals of edition { $edition } equal those of edition { $other }
fault-two-tables = { $province }, { $component } of edition { $edition }: { $score }, but { $other } in the other table of the edition, and the province went on as it was
fault-confirm-columns = no column { $names }
fault-confirm-province = “{ $name }” is not a province that is ranked
fault-confirm-edition = a fact of edition { $edition }, and edition { $own } is added
fault-nothing-confirmed = { $source } prints { $component } of { $province }, which edition { $edition } does not have
fault-not-confirmed = { $source } prints { $value } as { $component } of { $province } in edition { $edition }, but the table gives { $other } ({ $rows })
fault-fact-denied = { $source } prints { $value } as { $column } of { $about }, but the data hold { $other } ({ $rows })
fault-fact-row = { $source } speaks of { $about }, and the data have no such row
fault-fact-empty = { $about } has no number in column { $column }, and none follows from the others
fault-fact-own = { $source } is the document of that row itself, or a copy of it: it confirms nothing
fault-order-high = { $component } has almost the order of edition { $edition } (rank correlation { $value }): it may be the same table
fault-order-low = { $component } has an order of its own beside edition { $edition } (rank correlation { $value }): it may be another column
fault-columns-swapped = { $one } and { $other } fit the last edition better if they change places
fault-coarse = scores of { $count } decimals, where { $needed } are needed
fault-of-another-method = edition { $other } has this component, and { $like }, whose method was taken, has not
fault-units-to-come = these are the { $count } units of { $day }, which there were not yet on { $published }
fault-units-either = the { $count } names in it are names before and after the merger
fault-no-points = no columns component and points
fault-points = “{ $value }” is not a number of points
fault-points-of = points are given for other components than those that add to the total: { $names }
fault-of-row = “{ $name }”: { $fault }
fault-and-more = { $fault }, and { $count } more in this column
fault-no-figure = “{ $cell }” is not { $kind ->
    [score] a score
   *[rank] a rank
} from { $low } to { $high }
fault-decimal-sign = “{ $cell }” has a decimal { $sign ->
    [comma] comma, others have a point
   *[point] point, others have a comma
}
fault-column-again = read as { $read }, as “{ $column }” was
fault-province-again = “{ $name }” is { $province }, as in row { $row }
fault-nameless = figures without a name
fault-no-province = “{ $name }” is no province
fault-tables-differ = { $value }, but { $other } in { $file }, row { $row }
fault-mean = { $value }, but the totals make { $mean }
fault-no-totals = no column of totals
fault-provinces-absent = { $count ->
    [one] { $count } province
   *[other] { $count } provinces
}, expected { $expected }: no { $names }
fault-cell-empty = “{ $name }”: nothing there
fault-not-in-table = “{ $name }” is not in { $file }, which has “{ $column }”
fault-undecided = may be the activity indexes or the pillars: { $kind ->
    [both] the totals follow with both
   *[neither] neither holds ({ $why })
}
fault-rank-differs = rank { $rank }, but { $other } in dti_scores.csv
fault-no-limitation = “{ $item }” is not a limitation
fault-limitation = “{ $item }” is a limitation itself
fault-score-follows = { $province }, { $component } of edition { $edition }: { $score }, but { $other } follows from the others
fault-rank-follows = { $province }, { $component } of edition { $edition }: rank { $rank }, but { $other } follows
fault-rank-shared = { $province }, { $component } of edition { $edition }: rank { $rank }, which another has too, or which leaves no place for the next
fault-rank-higher = { $province }, { $component } of edition { $edition }: rank { $rank }, but { $count } scores are higher
fault-rank-lower = { $province }, { $component } of edition { $edition }: rank { $rank } with a lower score than rank { $other }
fault-tile-grid = a map of { $count } provinces, on which { $names } have no place
fault-tile-missing = “{ $name }” is not on the map of { $count } provinces
fault-tile-unit = “{ $name }” was none of the { $count } provinces
fault-tile-taken = the place of another province or of an archipelago
fault-foreign = “{ $value }” is not in { $table }
fault-same-table = the same table
fault-key = { $note } (key { $key })
fault-type = “{ $value }”: { $note }
fault-constraint = “{ $value }”: { $note }
fault-required = { $note }
fault-missing-cell = { $note }
fault-extra-cell = { $note }
fault-label = { $note }
fault-descriptor-missing = there is no such file in { $folder }
fault-descriptor = is not a readable descriptor: { $kind ->
    [file] the file cannot be opened
    [text] it is no text
    [line] line { $place } breaks off or is no JSON
    [table] the table { $place } is missing
    [twice] the table { $place } is there twice
   *[shape] { $place } is missing or not of the form it has to have
}
fault-file-missing = the file is missing
fault-row-empty = an empty row
fault-cells = the row has { $count } cells, the headings are { $expected }
fault-row-twice = the same as row { $row }
fault-rows-moved = its rows stand in another order than when they were accepted
fault-bound = { $value }, beyond the limit of { $limit } in row { $row } of bounds.csv
fault-told-before = { $period }, but its source “{ $source }” could be read from { $day } on
fault-sources-differ = { $value }, where row { $row } of another source says { $other }; the page would take that of “{ $source }”
fault-jump-beside = { $value }, beside { $other } in row { $row } of { $file }
fault-row-lost = the row “{ $key }” that was accepted here is gone
fault-rows-lost = { $count } rows that were accepted are gone, from “{ $first }” to “{ $last }”
fault-cell-changed = { $cells } is not what was accepted (row “{ $key }”)
fault-record-none = is missing, or cannot be read
fault-record = has { $found } rows of { $file }, and the descriptor says { $rows }
fault-record-cells = lacks prints of cells of { $file }
fault-rows-untold = does not say how many rows { $file } has
fault-described-otherwise = describes the tables otherwise than they are read: { $error }
fault-file-folder = a folder is in the place of the file
fault-file-closed = the file cannot be opened
fault-file-large = the file is larger than { $most } MB
fault-file-bytes = holds a NUL character, which no text does (line { $line })
fault-many-rows = has more than { $most } rows
fault-quotes = a quotation mark that stays open, or a cell without end
fault-no-headings = these are not the headings of its columns: “{ $found }”
fault-headings-order = the headings stand in another order
fault-heading = the heading is { $found }, expected { $expected }
fault-headings-again = the headings stand here again
fault-written = “{ $cell }” is not { $kind ->
    [date] a day
    [year] a year
    [boolean] a yes or no
   *[number] a number
 } in the common form
fault-encoding = is not { $encoding } (line { $line })
fault-file-empty = the file is empty
fault-cut-off = ends in the middle of a line: it may be cut off
fault-separators = its columns are separated by { $marks }
fault-no-rows = has a header and no rows
fault-row-separated = its cells are not separated as those of the header are
fault-character = “{ $cell }”: at “{ $mark }” stands { $code }, { $kind ->
    [control] a control character
    [line] a line break
    [tab] a tab
    [direction] a mark that turns the direction of writing
    [hidden] a character that does not show
    [damaged] the sign of a lost character
    [space] a blank of unusual width
    [letter] a letter that is written from right to left
    [digit] a digit of another script
    [marks] one accent too many
   *[unknown] a character without a meaning
}
fault-formula = “{ $cell }”: a spreadsheet takes what begins with “{ $mark }” for a formula
fault-long-cell = { $count } characters, and a cell holds { $most } at most
fault-blank-cell = holds blanks alone
fault-address = “{ $cell }” is no web address
fault-thousands = “{ $cell }”: a mark between thousands
fault-several-marks = “{ $cell }”: marks between thousands
fault-either-number = “{ $cell }”: { $one } or { $other }?
fault-comma-among-points = “{ $cell }”: a decimal comma, while the file has decimal points, such as in “{ $point }”
fault-month = “{ $cell }”: a month as Excel shows it
fault-month-or-day = “{ $cell }”: the month { $month } or the day { $day }?
fault-month-or-days = “{ $cell }”: the month { $month }, the day { $day } or the day { $other }?
fault-day = “{ $cell }” is not a day, month and year
cure-restore-rows = restore the rows from git
cure-both-or-none = fill in both or none
cure-goes-on = a unit that goes on has no successor; a new one has an id of its own
cure-days = correct this day or that one
cure-beginning = a unit begins if and only if others became it
cure-code = correct the code
cure-unit-then = use the unit of that time in provinces.csv
cure-former = { $name } was a province until the end of { $year } and is now part of { $whole }: the file speaks of another time
cure-province-id = use an id of provinces.csv
cure-fill-one = fill in one
cure-keep-one = keep one: the value, or the state
cure-exactness = say how exact it is
cure-leave-empty = leave it empty
cure-between = { $low } to { $high }
cure-base-uncounted = leave it empty, and put the whole into the note
cure-part = a part is at most its whole
cure-period = correct the period, or name the source that tells of it
cure-both-sources = compare both with their sources; if they do differ, name the other source in the note of one
cure-looked-at = compare with the source; if it is right, write “{ $mark }” into its note
cure-thousands = write the thousands without a point
cure-source-before = name the source of this edition, or mend the day of publication
cure-as-of = give a day that is not before { $day }
cure-to-fill = or delete the row if nothing is published
cure-office-named = write “{ $instead }”, without that name
cure-as-of-late = give a day that is not after { $day }
cure-other-table = this may be the table of edition { $edition }: compare with the source
cure-confirm-columns = give the columns province, component, source, and score or rank
cure-confirm-province = { $near ->
    [none] write the id or the name of a province as data/provinces.csv has it
   *[other] is it { $near }?
}
cure-scores = give the scores as published, not per cent, points
cure-decimal-sign = write all decimals of the table alike
cure-column-again = keep one; put tables that stand side by side under each other
cure-province-again = keep one row a province
cure-nameless = name the province
cure-tables-differ = compare with the source, or name a --sheet
cure-incomplete = complete the table, or import it with --partial
cure-undecided = name them “Hoạt động …” or “Trụ cột …”
cure-order = compare with the source; if it is right, import it with --yes
cure-coarse = find the table with { $needed } decimals; with --partial its printed ranks alone are taken
cure-of-another-method = give --like { $other }, or leave the column out of the file
cure-units-to-come = give the day on which this table was published, or import the table of the provinces as they were
cure-units = say which: { $options }
cure-no-points = name its columns so
cure-points-of = give points for each of them and for no other
cure-number = correct the number
cure-published = use the day of publication
cure-points = mend the points
cure-drop-row = drop the row
cure-rank = correct the rank
cure-source = compare with the source
cure-fact = open both documents: correct the row that is wrong, or the fact if it was copied wrongly
cure-fact-row = put back the row that was lost, or correct its name (table/key)
cure-fact-column = name a column with a number, or drop this row
cure-fact-source = name another document, or drop this row
cure-link-to = link to a limitation
cure-link-from = link from a task or a plan
cure-tile-grid = add them in helpers.drawing.archipelagos, or drop the rows
cure-tile-add = give it a row, with a place of its own
cure-tile-move = give it a place of its own
cure-key = keep one row a key
cure-foreign = add what it points to, or correct it
cure-unique = make it unique
cure-missing-cell = fill every column; a line may be cut off
cure-extra-cell = quote a text that holds a comma
cure-label = name the columns as datapackage.json does
cure-value = correct the value
cure-descriptor = mend the descriptor
cure-restore = restore it from git
cure-rows-moved = put them back in their order, or run { $command }
cure-row-lost = restore it from git; if it is meant to be gone, run { $command }
cure-cell-changed = compare with the source; if it is right, run { $command }
cure-record = restore it from git, or look at the tables and run { $command }
cure-file-closed = close the program that holds it, and look at the right to read it
cure-quotes = close the quotation mark, or restore the file from git
cure-headings = the first row has to be: { $names }
cure-headings-again = drop this row
cure-written = write it like { $example }
cure-encoding = save it as CSV { $encoding }
cure-cut-off = restore it, and end it with a line break
cure-open-right = restore it from git; in Excel open it by Data > From Text/CSV, all columns as Text
cure-character = type the words at “{ $mark }” anew
cure-formula = begin with a letter
cure-long-cell = shorten it
cure-blank-cell = leave it empty
cure-address = write it like { $example }
cure-write = write { $digits }
cure-write-either = write { $digits } or { $point }
cure-write-or = write { $digits }, or format the column as Text and write { $point }
cure-write-without = write it without them
cure-as-text = format the column as Text and write it as { $example }
cure-in-the-form = format the column as Text and write it in the form { $example }
cure-month-or-day = format the column as Text and write { $month } for the month, { $day } for the day
cure-month-or-days = format the column as Text and write { $month } for the month, { $day } or { $other } for the day
cure-one-day = format the column as Text and write the one that is meant so

## Form
form-sheet = { $name ->
    [briefing] Briefing
    [results] Results
   *[sources] Sources
}
form-heading = { $name ->
    [briefing] Briefing of
    [result] Result
    [results] Results of
    [source] Source
   *[sources] Sources for
}
form-guide = { $name ->
    [briefing] Fill in the yellow cells
    [results] A row an indicator: fill in yellow cells only; what is not found leaves its row empty
   *[sources] New sources go into the yellow cells above; those below are known, to look up
}
form-step = { $name ->
    [fill] Sheet Kết quả: beside each cell stands the value of last time, its period and its source.
    [empty] What is not found stays empty. Where a source says that it is unpublished, or not ranked, choose so under State and name that source.
    [numbers] Decimals come after a comma; a day is written day, month, year.
    [new] A new source: enter it on the sheet Nguồn first, then choose its name under Source.
   *[take] Then save the file and run briefing take with it.
}
form-column = { $name ->
    [indicator] Indicator
    [name_en] English name
    [scope] Place
    [unit] Unit
    [last] Last time
    [last_period] Period of last time
    [last_source] Source of last time
    [target] Overdue target
    [value] Value
    [qualifier] How exact
    [base] Out of
    [state] State
    [period] Period
    [timing] When in the period
    [source] Source
    [locator] Place in the source
    [note] Remark
    [code] Code of the row, not to be changed
    [name] Name to choose
    [title] Title of document or article
    [publisher] Publisher
    [publisher_en] Publisher in English
    [language] Language
    [published] Date the source shows
    [available_from] Available from
    [url] Web address
    [field] Field
    [field_en] Field, in English
    [answer] Fill in here
    [as_of] As-of day
    [title_vi] Title, in Vietnamese
    [title_en] Title, in English
    [office_vi] Office, in Vietnamese (without the province’s name)
    [office_en] Office, in English (without the province’s name)
    [year] Reporting year, not to be changed
    [province] Province, not to be changed
   *[other] { $name }
}
form-qualifier = { $name ->
    [exact] Exact
    [approx] About
    [more_than] More than
    [no_less_than] No less than
    [at_least] At least
    [at_most] At most
   *[other] { $name }
}
form-state = { $name ->
    [done] Done
    [under_way] Under way
    [routine] Routine
    [started] First shape only
    [unpublished] Unpublished, a source says
    [not_ranked] Not ranked
   *[other] { $name }
}
form-timing = { $name ->
    [during] During it
    [on] On that day
    [before] Before that day
    [early] Early in the year
    [late] Late in the year
    [until] From January to its end
   *[other] { $name }
}
form-language = { $name ->
    [vi] Vietnamese
    [en] English
    [fr] French
   *[other] { $name }
}
form-text = { $name ->
    [national] The country
    [event] work
    [new_source] New source
    [rule] Not right
   *[nothing] nothing
}
form-target = { $value }, due { $due }
form-rule = { $name ->
    [whole] A whole number, its thousands without a point
    [decimal] A number; a percentage is at most a hundred
    [date] Better a day, month, year
   *[list] Choose from the list
}
form-no-number = “{ $cell }” is not a number
form-not-whole = “{ $cell }” is not a whole number
form-no-share = “{ $cell }”: this unit is not a percentage
form-no-day = “{ $cell }” is not a date
form-no-choice = “{ $cell }” is not on the list
form-no-locator = “{ $cell }” names no place in a source
form-no-code = the row's code “{ $cell }” was changed
form-no-source = there is no source “{ $cell }”
form-no-columns = { $names } missing
form-no-sheet = the sheet “{ $name }” is missing
form-needed = this cell has to be filled in
form-half = this cell is empty, while the row has { $names }
form-emptied = this cell is empty, while { $file }, row { $row } holds a figure
form-keep-name = do not change the names of this column: a new source has one of those from “{ $first }” to “{ $last }”
form-fill-or-clear = { $kind ->
    [state] fill in State, or leave the whole row empty
   *[value] fill in Value or State; what is not found leaves its row empty
}
form-write-again = fill in { $name } again; to drop this result delete row { $row } of { $file }, then run briefing accept
form-no-workbook = { $file } is no Excel workbook (xlsx): open it in Excel or LibreOffice and save it as xlsx
form-write-number = write a number, its decimals after a comma
form-write-whole = this unit counts one by one: write a whole number, its thousands without a point
form-write-either = write { $digits } or { $point }
form-write-day = write as { $day }
form-choose = choose one of: { $names }
form-write-locator = write “paragraph” and its number; or title, its targets, ranking table; leave it empty if not known
form-new-form = copy what was filled in into a new form, which briefing new-year writes
form-fill-in = fill in { $name }
form-name-source = choose a source of the list, or enter a new one on the sheet “{ $sheet }”
form-file-name = { $file }: a form is an xlsx file, name it so
form-file-there = { $file } is there already, and somebody may have filled it in: name another
form-next = The form { $file } is written. Once it is filled in: briefing take { $file }
form-nothing-new = Nothing to change: { $count ->
    [one] { $count } row of the data is
   *[other] { $count } rows of the data are
} as the form says.
form-not-written = Nothing was written.
form-written = Written to { $file }
form-late = source { $source } comes after the as-of day, this briefing will not use the row
form-jump = { $fault }
form-kept = { $place } is empty, while { $file }, row { $row } holds { $value }: it stays
form-stays = { $count ->
    [one] { $count } cell above that the form leaves empty stays as the data have it
   *[other] { $count } cells above that the form leaves empty stay as the data have them
}; to drop anything, edit the data file, then run briefing accept
form-ask = { $doubt }. Write it all the same?
form-ask-write = Write these rows?
form-no-answer = { $count ->
    [one] { $count } doubt above needs
   *[other] { $count } doubts above need
} an answer: compare with the source, then run again with --yes. Nothing was written.
form-sound = The data have no problems.

## Draft
draft-banner = Draft
draft-mark = ???
draft-card = The figure of the reporting year is still to fill in: ???
draft-note = A preview only: cells marked { $mark } are not filled in and used nowhere. Not to be published.
draft-day = The as-of day is not filled in: the draft takes the last day of the year.
draft-waits = Still to fill in
draft-options = --draft makes one year and prints no PDF: name it with --year
draft-none = No cell is left to fill in.
preview-banner = Preview
preview-note = To look at while working: chapters may be from an earlier run. Not to be published.
preview-proven = Every number on this page leads to its source.
preview-unproven = Numbers that lead to no source

## Computations, by their public names
computation-own = Worked out by the analyst in the notebook, from the sources that are cited.
computation-standing = A province’s position in an edition: percentile rank, how many are behind, distances to the mean and to the nearest provinces.
computation-pillars = A province’s best and worst ranked pillar, beside the best known score of each.
computation-story = The province’s rank in each index and pillar, the mean of all, and what is missing to the next rank.
computation-falls = How many places each pillar lost since the first edition that ranks as many provinces.
computation-breakdown = The parts that sum to the total, of every province of which all are known.
computation-completed = Scores of the foundation and the pillars, and ranks, that follow from the published scores of the edition.
computation-proof = Each published total checked against its components, within rounding.
computation-agreement = Published pillar rows checked against those that follow from the indexes.
computation-rounding = The ranks that the rounding of published scores leaves open.
computation-weights = The weight of each part of the total.
computation-contributions = Each component’s part of a gap in the total: its weight times the difference of scores.
computation-climb = The smallest gain, in one component or in the total, that reaches a rank.
computation-lift = The weakest component below the mean, and what changes if it is lifted to it.
computation-margin = The smallest loss that costs a rank.
computation-history = Ranks over the editions, and the places gained or lost.
computation-region = A province’s place in its region.
computation-fifths = The fifth by rank, and how many provinces are in it.
computation-region-moves = The province's place in its region in two editions, and who passed whom.
computation-likeness = Distances of provinces by pillar scores, or by population and GRDP per head.
computation-ahead = Where the better ones of the provinces most alike are ahead, in points of the total.
computation-income-link = The rank correlation of totals with GRDP per head, and the estimate by a fitted line.
computation-neighbourhood = The ranks around a province’s own.
computation-corners = The rank if one pillar alone counted.
computation-reweighted = Ranks under other weights.
computation-weight-range = The range that holds most of the simulated weights.
computation-firmness = Ranks over simulated weights, and the exact best and worst under any.
computation-acceptability = The share of simulations in which a province takes each rank.
computation-extreme-ranks = The exact best and worst rank under any weights, by integer programming.
computation-rank-classes = Classes of ranks, each of as many places.
computation-against-group = A province’s components compared with the mean of other provinces.
computation-nearest-weights = The weights closest to the official ones that give a province a rank, exactly, by integer programming.
computation-bracket = Bounds of the best and the worst rank that follow from published pillar ranks.
computation-leave-one-out = Ranks with one component left out at a time.
computation-variance-shares = The share of each weight in the variance of the rank (Sobol sensitivity indices).
computation-answers = Which limitations tasks address directly, in part, or not at all.
computation-progress = Targets checked against results: how they stand, and the distance to go.
computation-tally = How many targets stand how.
computation-count = A count of the rows of data that the sentence speaks of.
computation-setting = A number that the makers of the briefing chose.
computation-quality = What the checks of this briefing counted: numbers of the page, totals, confirmed facts, sources.
computation-reserve = The places to spare, or short, against the strictest rank target.
