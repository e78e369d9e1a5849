<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>nutshell</name>
    <message>
        <source>
body {{ font-family: {hand}; font-size: 10pt; color: {ink}; }}
h1 {{ font-family: {voice}; font-size: 18pt; margin-bottom: 2pt; }}
h2 {{ font-size: 11pt; margin-top: 14pt; margin-bottom: 3pt; }}
p.name {{ font-size: 11pt; margin-top: 12pt; margin-bottom: 4pt; }}
td, th {{ padding: 3pt 10pt 3pt 0pt; vertical-align: top; text-align: left; }}
th {{ font-size: 8pt; color: {soft}; font-weight: normal; }}
table.fill {{ border-collapse: collapse; border-style: solid; border-color: {soft}; margin: 6pt 0pt; }}
p.foot {{ font-size: 8pt; color: {soft}; margin-top: 16pt; }}
</source>
        <translation>
body {{ font-family: {hand}; font-size: 10pt; color: {ink}; }}
h1 {{ font-family: {voice}; font-size: 18pt; margin-bottom: 2pt; }}
h2 {{ font-size: 11pt; margin-top: 14pt; margin-bottom: 3pt; }}
p.name {{ font-size: 11pt; margin-top: 12pt; margin-bottom: 4pt; }}
td, th {{ padding: 3pt 10pt 3pt 0pt; vertical-align: top; text-align: left; }}
th {{ font-size: 8pt; color: {soft}; font-weight: normal; }}
table.fill {{ border-collapse: collapse; border-style: solid; border-color: {soft}; margin: 6pt 0pt; }}
p.foot {{ font-size: 8pt; color: {soft}; margin-top: 16pt; }}
</translation>
    </message>
    <message>
        <source>   counted as 1: loss and function are taken together</source>
        <translation>   counted as 1: loss and function are taken together</translation>
    </message>
    <message>
        <source>   mean of all {count} examples {mean}</source>
        <translation>   mean of all {count} examples {mean}</translation>
    </message>
    <message>
        <source>   output minus target</source>
        <translation>   output minus target</translation>
    </message>
    <message>
        <source>   slope there {slope}</source>
        <translation>   slope there {slope}</translation>
    </message>
    <message>
        <source>   the way back begins here</source>
        <translation>   the way back begins here</translation>
    </message>
    <message>
        <source>   {count} uses, so {count} terms add</source>
        <translation>   {count} uses, so {count} terms add</translation>
    </message>
    <message>
        <source>  set by hand</source>
        <translation>  set by hand</translation>
    </message>
    <message>
        <source> = its share of e to the sum, among all outputs = </source>
        <translation> = its share of e to the sum, among all outputs = </translation>
    </message>
    <message>
        <source> At {title}, bias {value}.</source>
        <translation> At {title}, bias {value}.</translation>
    </message>
    <message>
        <source> At {words_of}.</source>
        <translation> At {words_of}.</translation>
    </message>
    <message>
        <source> Space flips its class,</source>
        <translation> Space flips its class,</translation>
    </message>
    <message>
        <source> Start at {start_text}.</source>
        <translation> Start at {start_text}.</translation>
    </message>
    <message>
        <source> in [[{header}]]</source>
        <translation> in [[{header}]]</translation>
    </message>
    <message>
        <source> in steps of {step}</source>
        <translation> in steps of {step}</translation>
    </message>
    <message>
        <source> of {last}</source>
        <translation> of {last}</translation>
    </message>
    <message>
        <source> style='page-break-before: always'</source>
        <translation> style='page-break-before: always'</translation>
    </message>
    <message>
        <source> · twin {numbers}</source>
        <translation> · twin {numbers}</translation>
    </message>
    <message>
        <source>'lock' is "all", "all but a, b", or a list of names, not {value}.</source>
        <translation>'lock' is "all", "all but a, b", or a list of names, not {value}.</translation>
    </message>
    <message>
        <source>'options' must be a list of 2 to {most_options} answers.</source>
        <translation>'options' must be a list of 2 to {most_options} answers.</translation>
    </message>
    <message>
        <source>'play' can only be true.</source>
        <translation>'play' can only be true.</translation>
    </message>
    <message>
        <source>'runs' is {runs}, but only {made} are made: set twins = {runs}.</source>
        <translation>'runs' is {runs}, but only {made} are made: set twins = {runs}.</translation>
    </message>
    <message>
        <source>'solve' does not reach {goal}; there it is {told}.</source>
        <translation>'solve' does not reach {goal}; there it is {told}.</translation>
    </message>
    <message>
        <source>'solve' uses {control}, which is locked.</source>
        <translation>'solve' uses {control}, which is locked.</translation>
    </message>
    <message>
        <source>(4 − 2.1x² + x⁴/3)x² + xy + (4y² − 4)y²</source>
        <translation>(4 − 2.1x² + x⁴/3)x² + xy + (4y² − 4)y²</translation>
    </message>
    <message>
        <source>({most} of {wide} drawn)</source>
        <translation>({most} of {wide} drawn)</translation>
    </message>
    <message>
        <source>+ λ/2 Σ w²;  gradient + λ w</source>
        <translation>+ λ/2 Σ w²;  gradient + λ w</translation>
    </message>
    <message>
        <source>, the last</source>
        <translation>, the last</translation>
    </message>
    <message>
        <source>, twin {twin}</source>
        <translation>, twin {twin}</translation>
    </message>
    <message>
        <source>, {counted} on the wrong side</source>
        <translation>, {counted} on the wrong side</translation>
    </message>
    <message>
        <source>, {name} is; {allowed}</source>
        <translation>, {name} is; {allowed}</translation>
    </message>
    <message>
        <source>.5 then .99</source>
        <translation>.5 then .99</translation>
    </message>
    <message>
        <source>0.35 %: the event's source; bends computed</source>
        <translation>0.35 %: the event's source; bends computed</translation>
    </message>
    <message>
        <source>0.5 for 250 steps, then 0.75, 0.833, 0.875 and so on, up to the slider's value.</source>
        <translation>0.5 for 250 steps, then 0.75, 0.833, 0.875 and so on, up to the slider's value.</translation>
    </message>
    <message>
        <source>0.5 up to 0.99</source>
        <translation>0.5 up to 0.99</translation>
    </message>
    <message>
        <source>0.5, then 0.9</source>
        <translation>0.5, then 0.9</translation>
    </message>
    <message>
        <source>00 of 100</source>
        <translation>00 of 100</translation>
    </message>
    <message>
        <source>1 mistake</source>
        <translation>1 mistake</translation>
    </message>
    <message>
        <source>1 pass</source>
        <translation>1 pass</translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation>1 turn</translation>
    </message>
    <message>
        <source>1 year apart from the winters</source>
        <translation>1 year apart from the winters</translation>
    </message>
    <message>
        <source>1,000 digits</source>
        <translation>1,000 digits</translation>
    </message>
    <message>
        <source>1,797 small pictures of 8 by 8 pixels; one unit for each of the ten digits.</source>
        <translation>1,797 small pictures of 8 by 8 pixels; one unit for each of the ten digits.</translation>
    </message>
    <message>
        <source>100 features, 10 matter</source>
        <translation>100 features, 10 matter</translation>
    </message>
    <message>
        <source>100,000 rows</source>
        <translation>100,000 rows</translation>
    </message>
    <message>
        <source>12 people and 12 people</source>
        <translation>12 people and 12 people</translation>
    </message>
    <message>
        <source>12.5 million multiply-adds a second</source>
        <translation>12.5 million multiply-adds a second</translation>
    </message>
    <message>
        <source>128 examples of 3 pixels</source>
        <translation>128 examples of 3 pixels</translation>
    </message>
    <message>
        <source>14 steps: plain zigzags, the heavy ball arrives</source>
        <translation>14 steps: plain zigzags, the heavy ball arrives</translation>
    </message>
    <message>
        <source>1943 to 2015: who found what, and which of it runs here?</source>
        <translation>1943 to 2015: who found what, and which of it runs here?</translation>
    </message>
    <message>
        <source>20 + x² + y² − 10 cos 2πx − 10 cos 2πy</source>
        <translation>20 + x² + y² − 10 cos 2πx − 10 cos 2πy</translation>
    </message>
    <message>
        <source>20(1 − exp(−r/5)) + e − exp(½(cos 2πx + cos 2πy)),  r = √((x² + y²)/2)</source>
        <translation>20(1 − exp(−r/5)) + e − exp(½(cos 2πx + cos 2πy)),  r = √((x² + y²)/2)</translation>
    </message>
    <message>
        <source>200 digits</source>
        <translation>200 digits</translation>
    </message>
    <message>
        <source>24 people, six units: the event's source</source>
        <translation>24 people, six units: the event's source</translation>
    </message>
    <message>
        <source>3 full</source>
        <translation>3 full</translation>
    </message>
    <message>
        <source>30 % monkey, 70 % sloth</source>
        <translation>30 % monkey, 70 % sloth</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 bits</translation>
    </message>
    <message>
        <source>32 bits are twice as fast. Networks of more than 4,096 weights always have 32.</source>
        <translation>32 bits are twice as fast. Networks of more than 4,096 weights always have 32.</translation>
    </message>
    <message>
        <source>40 layers, digits</source>
        <translation>40 layers, digits</translation>
    </message>
    <message>
        <source>400 photocells: the event's sources</source>
        <translation>400 photocells: the event's sources</translation>
    </message>
    <message>
        <source>5 with filters</source>
        <translation>5 with filters</translation>
    </message>
    <message>
        <source>50 cards: the event's source</source>
        <translation>50 cards: the event's source</translation>
    </message>
    <message>
        <source>500 digits from all writers</source>
        <translation>500 digits from all writers</translation>
    </message>
    <message>
        <source>500 digits from anywhere, or the last 500, which were mostly written by others.</source>
        <translation>500 digits from anywhere, or the last 500, which were mostly written by others.</translation>
    </message>
    <message>
        <source>6 units</source>
        <translation>6 units</translation>
    </message>
    <message>
        <source>64 bits</source>
        <translation>64 bits</translation>
    </message>
    <message>
        <source>64 numbers through 6</source>
        <translation>64 numbers through 6</translation>
    </message>
    <message>
        <source>8 × 8 pixels; MNIST has 28 × 28</source>
        <translation>8 × 8 pixels; MNIST has 28 × 28</translation>
    </message>
    <message>
        <source>; below: right of the unseen, mistakes in this pass</source>
        <translation>; below: right of the unseen, mistakes in this pass</translation>
    </message>
    <message>
        <source>; it may be {others}: read it as that</source>
        <translation>; it may be {others}: read it as that</translation>
    </message>
    <message>
        <source>; the last pass took {seconds} ms</source>
        <translation>; the last pass took {seconds} ms</translation>
    </message>
    <message>
        <source>; write it without thousands separators</source>
        <translation>; write it without thousands separators</translation>
    </message>
    <message>
        <source>; write {formula}</source>
        <translation>; write {formula}</translation>
    </message>
    <message>
        <source>; write {power} or {product}</source>
        <translation>; write {power} or {product}</translation>
    </message>
    <message>
        <source>= {sum} / {examples} examples</source>
        <translation>= {sum} / {examples} examples</translation>
    </message>
    <message>
        <source>A bar for the probability of each digit; the right one is framed. The arrow keys go from digit to digit.</source>
        <translation>A bar for the probability of each digit; the right one is framed. The arrow keys go from digit to digit.</translation>
    </message>
    <message>
        <source>A bent plate with a ridge: a hair to the other side, and a second, shallower hollow catches you.</source>
        <translation>A bent plate with a ridge: a hair to the other side, and a second, shallower hollow catches you.</translation>
    </message>
    <message>
        <source>A border between two classes is moved after every mistake until a pass has none; bars count the mistakes per pass.</source>
        <translation>A border between two classes is moved after every mistake until a pass has none; bars count the mistakes per pass.</translation>
    </message>
    <message>
        <source>A cell has more than {longest_cell} kB.</source>
        <translation>A cell has more than {longest_cell} kB.</translation>
    </message>
    <message>
        <source>A cell is a matrix, a row, a column and a number.</source>
        <translation>A cell is a matrix, a row, a column and a number.</translation>
    </message>
    <message>
        <source>A cell must be a number from −1,000,000 to 1,000,000.</source>
        <translation>A cell must be a number from −1,000,000 to 1,000,000.</translation>
    </message>
    <message>
        <source>A cell must be a number, not {given}.</source>
        <translation>A cell must be a number, not {given}.</translation>
    </message>
    <message>
        <source>A cell that feeds itself with weight one between two gates; the error that passes through it does not fade, through a plain unit it does.</source>
        <translation>A cell that feeds itself with weight one between two gates; the error that passes through it does not fade, through a plain unit it does.</translation>
    </message>
    <message>
        <source>A chance for each hidden layer, such as 0.5 0.2; empty: the same for all.</source>
        <translation>A chance for each hidden layer, such as 0.5 0.2; empty: the same for all.</translation>
    </message>
    <message>
        <source>A choice needs at least two options.</source>
        <translation>A choice needs at least two options.</translation>
    </message>
    <message>
        <source>A circle without hidden units</source>
        <translation>A circle without hidden units</translation>
    </message>
    <message>
        <source>A claim is named as in 'C2.1', not {claim}.</source>
        <translation>A claim is named as in 'C2.1', not {claim}.</translation>
    </message>
    <message>
        <source>A clean page to hand in or to keep: your guesses and what came of them.</source>
        <translation>A clean page to hand in or to keep: your guesses and what came of them.</translation>
    </message>
    <message>
        <source>A click on a recipe trains many networks like it.</source>
        <translation>A click on a recipe trains many networks like it.</translation>
    </message>
    <message>
        <source>A click trains many like this.</source>
        <translation>A click trains many like this.</translation>
    </message>
    <message>
        <source>A cold band from 1974 to 1980, after two reports and a book.</source>
        <translation>A cold band from 1974 to 1980, after two reports and a book.</translation>
    </message>
    <message>
        <source>A cold band from 1987 to 1993; named in 1984, begun with the Lisp machines, and in it a network that reads post codes.</source>
        <translation>A cold band from 1987 to 1993; named in 1984, begun with the Lisp machines, and in it a network that reads post codes.</translation>
    </message>
    <message>
        <source>A config never changes: use replace().</source>
        <translation>A config never changes: use replace().</translation>
    </message>
    <message>
        <source>A curve</source>
        <translation>A curve</translation>
    </message>
    <message>
        <source>A curve needs at least two values.</source>
        <translation>A curve needs at least two values.</translation>
    </message>
    <message>
        <source>A curve of what is answered for every input. {about} {keys}</source>
        <translation>A curve of what is answered for every input. {about} {keys}</translation>
    </message>
    <message>
        <source>A curve with few points</source>
        <translation>A curve with few points</translation>
    </message>
    <message>
        <source>A dare</source>
        <translation>A dare</translation>
    </message>
    <message>
        <source>A date looks like 1989, 1958-07 or 1958-07-08, not {text}.</source>
        <translation>A date looks like 1989, 1958-07 or 1958-07-08, not {text}.</translation>
    </message>
    <message>
        <source>A digit and four bent versions of it; 0.35 per cent errors.</source>
        <translation>A digit and four bent versions of it; 0.35 per cent errors.</translation>
    </message>
    <message>
        <source>A digit at two places: the edges found move with it, the coarse summary of them stays nearly the same.</source>
        <translation>A digit at two places: the edges found move with it, the coarse summary of them stays nearly the same.</translation>
    </message>
    <message>
        <source>A digit, a small edge filter, the filter's answers, and the answers with all negative ones cut off at zero.</source>
        <translation>A digit, a small edge filter, the filter's answers, and the answers with all negative ones cut off at zero.</translation>
    </message>
    <message>
        <source>A digit, the answers of a filter, and their averages over blocks of two by two.</source>
        <translation>A digit, the answers of a filter, and their averages over blocks of two by two.</translation>
    </message>
    <message>
        <source>A disc in a ring: no line helps, three hidden units do.</source>
        <translation>A disc in a ring: no line helps, three hidden units do.</translation>
    </message>
    <message>
        <source>A disc in two halves: the narrower the gap, the longer the perceptron rule may take.</source>
        <translation>A disc in two halves: the narrower the gap, the longer the perceptron rule may take.</translation>
    </message>
    <message>
        <source>A dot for every example; on the slope both agree. Left and Right go from example to example.</source>
        <translation>A dot for every example; on the slope both agree. Left and Right go from example to example.</translation>
    </message>
    <message>
        <source>A drawn line has no right answer.</source>
        <translation>A drawn line has no right answer.</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>A few words are enough.</translation>
    </message>
    <message>
        <source>A file needs a name, not {path}.</source>
        <translation>A file needs a name, not {path}.</translation>
    </message>
    <message>
        <source>A flight path bends towards a target in four tries; arrows below run back from the end to the start.</source>
        <translation>A flight path bends towards a target in four tries; arrows below run back from the end to the start.</translation>
    </message>
    <message>
        <source>A folder of lessons.</source>
        <translation>A folder of lessons.</translation>
    </message>
    <message>
        <source>A folder of your own</source>
        <translation>A folder of your own</translation>
    </message>
    <message>
        <source>A folder, a zip or a file with lessons</source>
        <translation>A folder, a zip or a file with lessons</translation>
    </message>
    <message>
        <source>A forecast. It held, but it was none the less said before it was so.</source>
        <translation>A forecast. It held, but it was none the less said before it was so.</translation>
    </message>
    <message>
        <source>A funnel with ripples: far out the ripples are all there is to feel.</source>
        <translation>A funnel with ripples: far out the ripples are all there is to feel.</translation>
    </message>
    <message>
        <source>A gate is given two numbers (z, gradient) from −{most} to {most}, not {value}.</source>
        <translation>A gate is given two numbers (z, gradient) from −{most} to {most}, not {value}.</translation>
    </message>
    <message>
        <source>A gate, and weights that make up for the half it shuts.</source>
        <translation>A gate, and weights that make up for the half it shuts.</translation>
    </message>
    <message>
        <source>A gate, with the start that the others have.</source>
        <translation>A gate, with the start that the others have.</translation>
    </message>
    <message>
        <source>A glance at 128 digits</source>
        <translation>A glance at 128 digits</translation>
    </message>
    <message>
        <source>A glance at one digit</source>
        <translation>A glance at one digit</translation>
    </message>
    <message>
        <source>A glance at {glance}: cosine {mean} to the full slope.</source>
        <translation>A glance at {glance}: cosine {mean} to the full slope.</translation>
    </message>
    <message>
        <source>A glance instead of a measuring tape: normal noise added to each gradient, the same for all racers.</source>
        <translation>A glance instead of a measuring tape: normal noise added to each gradient, the same for all racers.</translation>
    </message>
    <message>
        <source>A goal needs 'solve': the actions that reach it.</source>
        <translation>A goal needs 'solve': the actions that reach it.</translation>
    </message>
    <message>
        <source>A handwritten seven, six maps of small filters, and ten bars of which that of the seven is the highest.</source>
        <translation>A handwritten seven, six maps of small filters, and ten bars of which that of the seven is the highest.</translation>
    </message>
    <message>
        <source>A handwritten six in the frame of a camera, a signal processor, and the answer six.</source>
        <translation>A handwritten six in the frame of a camera, a signal processor, and the answer six.</translation>
    </message>
    <message>
        <source>A heavy ball: the gradient pushes a velocity, and the velocity moves the ball.</source>
        <translation>A heavy ball: the gradient pushes a velocity, and the velocity moves the ball.</translation>
    </message>
    <message>
        <source>A hint</source>
        <translation>A hint</translation>
    </message>
    <message>
        <source>A histogram for every arm, with a spike at exact zeros</source>
        <translation>A histogram for every arm, with a spike at exact zeros</translation>
    </message>
    <message>
        <source>A hundred gates, weights by He</source>
        <translation>A hundred gates, weights by He</translation>
    </message>
    <message>
        <source>A hundred sigmoid layers</source>
        <translation>A hundred sigmoid layers</translation>
    </message>
    <message>
        <source>A hundred times steeper one way than the other: a rate that suits y makes x bounce from wall to wall.</source>
        <translation>A hundred times steeper one way than the other: a rate that suits y makes x bounce from wall to wall.</translation>
    </message>
    <message>
        <source>A jump: smooth units can only come near.</source>
        <translation>A jump: smooth units can only come near.</translation>
    </message>
    <message>
        <source>A landscape of your own: change the formula, and the paths bend while you type.</source>
        <translation>A landscape of your own: change the formula, and the paths bend while you type.</translation>
    </message>
    <message>
        <source>A larger span</source>
        <translation>A larger span</translation>
    </message>
    <message>
        <source>A layer has a whole number of units from 1 to {most_units}, not {size}.</source>
        <translation>A layer has a whole number of units from 1 to {most_units}, not {size}.</translation>
    </message>
    <message>
        <source>A lesson begins with its settings between two lines "{fence}".</source>
        <translation>A lesson begins with its settings between two lines "{fence}".</translation>
    </message>
    <message>
        <source>A lesson file (.md) or a zip of lessons.</source>
        <translation>A lesson file (.md) or a zip of lessons.</translation>
    </message>
    <message>
        <source>A lesson file or a zip of your own</source>
        <translation>A lesson file or a zip of your own</translation>
    </message>
    <message>
        <source>A lesson has up to {largest_file} kB; this file has {st_size} kB.</source>
        <translation>A lesson has up to {largest_file} kB; this file has {st_size} kB.</translation>
    </message>
    <message>
        <source>A lesson has up to {largest_file} kB; this has {data} kB.</source>
        <translation>A lesson has up to {largest_file} kB; this has {data} kB.</translation>
    </message>
    <message>
        <source>A lesson has up to {most_lines} lines; this file has {lines}.</source>
        <translation>A lesson has up to {most_lines} lines; this file has {lines}.</translation>
    </message>
    <message>
        <source>A lesson has up to {most_steps} steps; this has {sections}.</source>
        <translation>A lesson has up to {most_steps} steps; this has {sections}.</translation>
    </message>
    <message>
        <source>A lesson is a text file. Open one, or a folder or zip of them, or drop them anywhere on this page.</source>
        <translation>A lesson is a text file. Open one, or a folder or zip of them, or drop them anywhere on this page.</translation>
    </message>
    <message>
        <source>A lesson needs a step: a heading "## ..".</source>
        <translation>A lesson needs a step: a heading "## ..".</translation>
    </message>
    <message>
        <source>A lesson's title has up to {most_title_words} words.</source>
        <translation>A lesson's title has up to {most_title_words} words.</translation>
    </message>
    <message>
        <source>A letter on 20 by 20 photocells, wired at random to units whose weights are dials, and a lamp for the answer.</source>
        <translation>A letter on 20 by 20 photocells, wired at random to units whose weights are dials, and a lamp for the answer.</translation>
    </message>
    <message>
        <source>A letter whose lower half is noise becomes the stored letter in four pictures, while the energy falls.</source>
        <translation>A letter whose lower half is noise becomes the stored letter in four pictures, while the energy falls.</translation>
    </message>
    <message>
        <source>A line has two sides: one unit tells two classes apart, no more and no numbers.</source>
        <translation>A line has two sides: one unit tells two classes apart, no more and no numbers.</translation>
    </message>
    <message>
        <source>A line has two sides: the classes must be 0 and 1.</source>
        <translation>A line has two sides: the classes must be 0 and 1.</translation>
    </message>
    <message>
        <source>A line is three numbers (a, b, c) with a x₁ + b x₂ + c = 0, not {value}.</source>
        <translation>A line is three numbers (a, b, c) with a x₁ + b x₂ + c = 0, not {value}.</translation>
    </message>
    <message>
        <source>A line needs a direction: a and b cannot both be 0.</source>
        <translation>A line needs a direction: a and b cannot both be 0.</translation>
    </message>
    <message>
        <source>A line separates them, but points far out on the right side pull the line of least squares across.</source>
        <translation>A line separates them, but points far out on the right side pull the line of least squares across.</translation>
    </message>
    <message>
        <source>A line separates these points, so the perceptron rule finds one, whatever the order.</source>
        <translation>A line separates these points, so the perceptron rule finds one, whatever the order.</translation>
    </message>
    <message>
        <source>A link has up to {longest} characters, not {target}.</source>
        <translation>A link has up to {longest} characters, not {target}.</translation>
    </message>
    <message>
        <source>A long narrow bowl: plain descent zigzags between its walls, the heavy ball runs along its floor.</source>
        <translation>A long narrow bowl: plain descent zigzags between its walls, the heavy ball runs along its floor.</translation>
    </message>
    <message>
        <source>A loss a thousand times as small has gradients a thousand times as small.</source>
        <translation>A loss a thousand times as small has gradients a thousand times as small.</translation>
    </message>
    <message>
        <source>A machine is coming that will walk, talk and know that it exists.</source>
        <translation>A machine is coming that will walk, talk and know that it exists.</translation>
    </message>
    <message>
        <source>A map seen from above, or a relief that can be turned.</source>
        <translation>A map seen from above, or a relief that can be turned.</translation>
    </message>
    <message>
        <source>A mood, as the article tells it</source>
        <translation>A mood, as the article tells it</translation>
    </message>
    <message>
        <source>A move</source>
        <translation>A move</translation>
    </message>
    <message>
        <source>A network and its data, at the first rule</source>
        <translation>A network and its data, at the first rule</translation>
    </message>
    <message>
        <source>A network and its data, ready to be walked through.</source>
        <translation>A network and its data, ready to be walked through.</translation>
    </message>
    <message>
        <source>A network has 1 to {most_layers} layers after its inputs, not {sizes}.</source>
        <translation>A network has 1 to {most_layers} layers after its inputs, not {sizes}.</translation>
    </message>
    <message>
        <source>A network here learns points of the plane or curves; these rows are for one unit.</source>
        <translation>A network here learns points of the plane or curves; these rows are for one unit.</translation>
    </message>
    <message>
        <source>A network needs at least one input feature.</source>
        <translation>A network needs at least one input feature.</translation>
    </message>
    <message>
        <source>A network of three layers; the blame for a wrong answer flows back along its connections.</source>
        <translation>A network of three layers; the blame for a wrong answer flows back along its connections.</translation>
    </message>
    <message>
        <source>A network that sees, grown without errors</source>
        <translation>A network that sees, grown without errors</translation>
    </message>
    <message>
        <source>A new point</source>
        <translation>A new point</translation>
    </message>
    <message>
        <source>A new run with a network whose masks can all be tried.</source>
        <translation>A new run with a network whose masks can all be tried.</translation>
    </message>
    <message>
        <source>A new seed, and what else has no room here.</source>
        <translation>A new seed, and what else has no room here.</translation>
    </message>
    <message>
        <source>A number of the data: its slope is not asked for.</source>
        <translation>A number of the data: its slope is not asked for.</translation>
    </message>
    <message>
        <source>A pack has up to {largest_zip} MB.</source>
        <translation>A pack has up to {largest_zip} MB.</translation>
    </message>
    <message>
        <source>A pack has up to {most_files} files; this zip has {entries}.</source>
        <translation>A pack has up to {most_files} files; this zip has {entries}.</translation>
    </message>
    <message>
        <source>A page of the lab</source>
        <translation>A page of the lab</translation>
    </message>
    <message>
        <source>A panel has a name of small letters, not {panel}.</source>
        <translation>A panel has a name of small letters, not {panel}.</translation>
    </message>
    <message>
        <source>A path from a ridge that waits beside a saddle before it falls into a valley; its loss stands still for a while.</source>
        <translation>A path from a ridge that waits beside a saddle before it falls into a valley; its loss stands still for a while.</translation>
    </message>
    <message>
        <source>A path must have the shape (points, {count}), not {shape}.</source>
        <translation>A path must have the shape (points, {count}), not {shape}.</translation>
    </message>
    <message>
        <source>A path trains {count} networks at once: choose a smaller network, fewer examples, or the table.</source>
        <translation>A path trains {count} networks at once: choose a smaller network, fewer examples, or the table.</translation>
    </message>
    <message>
        <source>A plain slanted bowl, nine times more curved across than along.</source>
        <translation>A plain slanted bowl, nine times more curved across than along.</translation>
    </message>
    <message>
        <source>A prediction needs a question.</source>
        <translation>A prediction needs a question.</translation>
    </message>
    <message>
        <source>A prediction needs an answer.</source>
        <translation>A prediction needs an answer.</translation>
    </message>
    <message>
        <source>A processor with a few large cores beside a card with many small ones; in 2005 more than three times as fast.</source>
        <translation>A processor with a few large cores beside a card with many small ones; in 2005 more than three times as fast.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and not closed in its row.</source>
        <translation>A quotation mark is opened and not closed in its row.</translation>
    </message>
    <message>
        <source>A rate just beyond 2 / curvature</source>
        <translation>A rate just beyond 2 / curvature</translation>
    </message>
    <message>
        <source>A real network with one hidden unit: two equally good minima, twins, and a saddle between them.</source>
        <translation>A real network with one hidden unit: two equally good minima, twins, and a saddle between them.</translation>
    </message>
    <message>
        <source>A remark about people, bound to its year.</source>
        <translation>A remark about people, bound to its year.</translation>
    </message>
    <message>
        <source>A row of letters; those that were not foreseen climb to the row above.</source>
        <translation>A row of letters; those that were not foreseen climb to the row above.</translation>
    </message>
    <message>
        <source>A ruler of 0 measures nothing: the quotient has no value. RMSprop adds a tiny eps to the ruler, so it never is 0.</source>
        <translation>A ruler of 0 measures nothing: the quotient has no value. RMSprop adds a tiny eps to the ruler, so it never is 0.</translation>
    </message>
    <message>
        <source>A ruler of 0 measures nothing; RMSprop adds a tiny eps.</source>
        <translation>A ruler of 0 measures nothing; RMSprop adds a tiny eps.</translation>
    </message>
    <message>
        <source>A saddle whose way out is almost flat: unscaled methods sit on the ridge, scaled ones leave at once.</source>
        <translation>A saddle whose way out is almost flat: unscaled methods sit on the ridge, scaled ones leave at once.</translation>
    </message>
    <message>
        <source>A search is one line of words, names or years.</source>
        <translation>A search is one line of words, names or years.</translation>
    </message>
    <message>
        <source>A season is two years (first, last), not {value}.</source>
        <translation>A season is two years (first, last), not {value}.</translation>
    </message>
    <message>
        <source>A season lies from {first_year} to {last_year} and lasts a quarter of a year at least, unlike {first} to {last}.</source>
        <translation>A season lies from {first_year} to {last_year} and lasts a quarter of a year at least, unlike {first} to {last}.</translation>
    </message>
    <message>
        <source>A sigmoid whose slope is at most a quarter and fades on both sides, beside a rectified unit whose slope is one wherever it is open.</source>
        <translation>A sigmoid whose slope is at most a quarter and fades on both sides, beside a rectified unit whose slope is one wherever it is open.</translation>
    </message>
    <message>
        <source>A skier in the fog on the landscape of a network with two parameters, at the article's own start, and the way down.</source>
        <translation>A skier in the fog on the landscape of a network with two parameters, at the article's own start, and the way down.</translation>
    </message>
    <message>
        <source>A slope over the plane: one linear unit is exact.</source>
        <translation>A slope over the plane: one linear unit is exact.</translation>
    </message>
    <message>
        <source>A slow and a fast wave: the slow one is learned first.</source>
        <translation>A slow and a fast wave: the slow one is learned first.</translation>
    </message>
    <message>
        <source>A smaller span</source>
        <translation>A smaller span</translation>
    </message>
    <message>
        <source>A soft threshold between 0 and 1; far from 0 its slope vanishes.</source>
        <translation>A soft threshold between 0 and 1; far from 0 its slope vanishes.</translation>
    </message>
    <message>
        <source>A soft threshold between −1 and 1, steep and symmetric around 0.</source>
        <translation>A soft threshold between −1 and 1, steep and symmetric around 0.</translation>
    </message>
    <message>
        <source>A softmax is one function of its whole layer, so its slope is a small matrix for every example.</source>
        <translation>A softmax is one function of its whole layer, so its slope is a small matrix for every example.</translation>
    </message>
    <message>
        <source>A sound as pitch over time; the same small window slides along it and makes a row of answers.</source>
        <translation>A sound as pitch over time; the same small window slides along it and makes a row of answers.</translation>
    </message>
    <message>
        <source>A spiral of three arms, one class each.</source>
        <translation>A spiral of three arms, one class each.</translation>
    </message>
    <message>
        <source>A start that keeps the error at its size</source>
        <translation>A start that keeps the error at its size</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>A step</translation>
    </message>
    <message>
        <source>A step ends with its block; nothing may follow it.</source>
        <translation>A step ends with its block; nothing may follow it.</translation>
    </message>
    <message>
        <source>A step in slow motion</source>
        <translation>A step in slow motion</translation>
    </message>
    <message>
        <source>A step is the learning rate times the slope; steeper walls throw farther.</source>
        <translation>A step is the learning rate times the slope; steeper walls throw farther.</translation>
    </message>
    <message>
        <source>A step must be two numbers (dx, dy), not {move}.</source>
        <translation>A step must be two numbers (dx, dy), not {move}.</translation>
    </message>
    <message>
        <source>A step needs 'after': the sentence that explains what was seen.</source>
        <translation>A step needs 'after': the sentence that explains what was seen.</translation>
    </message>
    <message>
        <source>A step needs a goal or a prediction.</source>
        <translation>A step needs a goal or a prediction.</translation>
    </message>
    <message>
        <source>A step needs a line of text that says what to do.</source>
        <translation>A step needs a line of text that says what to do.</translation>
    </message>
    <message>
        <source>A step needs a title.</source>
        <translation>A step needs a title.</translation>
    </message>
    <message>
        <source>A step of the momentum curve must be a whole number from 0, not {step}.</source>
        <translation>A step of the momentum curve must be a whole number from 0, not {step}.</translation>
    </message>
    <message>
        <source>A step straight down the gradient, as long as the gradient is steep.</source>
        <translation>A step straight down the gradient, as long as the gradient is steep.</translation>
    </message>
    <message>
        <source>A step too long led there: the learning rate is {rate}.</source>
        <translation>A step too long led there: the learning rate is {rate}.</translation>
    </message>
    <message>
        <source>A step too long led there: the learning rate is {rate}; the curvature at the start allows {most} at most.</source>
        <translation>A step too long led there: the learning rate is {rate}; the curvature at the start allows {most} at most.</translation>
    </message>
    <message>
        <source>A sum of a product and a sine as a graph; values go forwards, and slopes come back along the same lines.</source>
        <translation>A sum of a product and a sine as a graph; values go forwards, and slopes come back along the same lines.</translation>
    </message>
    <message>
        <source>A table of 50 columns: one unit still learns it, row by row, in moments.</source>
        <translation>A table of 50 columns: one unit still learns it, row by row, in moments.</translation>
    </message>
    <message>
        <source>A table of two or three columns (CSV)</source>
        <translation>A table of two or three columns (CSV)</translation>
    </message>
    <message>
        <source>A table of two or three columns: inputs first, then what is to be told. Or drop it anywhere.</source>
        <translation>A table of two or three columns: inputs first, then what is to be told. Or drop it anywhere.</translation>
    </message>
    <message>
        <source>A task with settings for every arm. Choosing one begins a new run.</source>
        <translation>A task with settings for every arm. Choosing one begins a new run.</translation>
    </message>
    <message>
        <source>A teacher who lies</source>
        <translation>A teacher who lies</translation>
    </message>
    <message>
        <source>A template and what can stand in a lesson.</source>
        <translation>A template and what can stand in a lesson.</translation>
    </message>
    <message>
        <source>A tenth of the data, nine tenths of the direction</source>
        <translation>A tenth of the data, nine tenths of the direction</translation>
    </message>
    <message>
        <source>A thousand classes, untrained</source>
        <translation>A thousand classes, untrained</translation>
    </message>
    <message>
        <source>A threshold lets weights stop at 0; the plain slope lets them hop over it for ever.</source>
        <translation>A threshold lets weights stop at 0; the plain slope lets them hop over it for ever.</translation>
    </message>
    <message>
        <source>A tile for every mask, in the colour of its answer. Arrow keys walk from tile to tile.</source>
        <translation>A tile for every mask, in the colour of its answer. Arrow keys walk from tile to tile.</translation>
    </message>
    <message>
        <source>A tile for every pair of units. Arrow keys walk from tile to tile.</source>
        <translation>A tile for every pair of units. Arrow keys walk from tile to tile.</translation>
    </message>
    <message>
        <source>A title has {limit}; this has {words} and {title}.</source>
        <translation>A title has {limit}; this has {words} and {title}.</translation>
    </message>
    <message>
        <source>A trained network practises the {digit} alone; pass {passes} of {all}.</source>
        <translation>A trained network practises the {digit} alone; pass {passes} of {all}.</translation>
    </message>
    <message>
        <source>A unit here has a bias and two weights, three numbers, not {numbers}.</source>
        <translation>A unit here has a bias and two weights, three numbers, not {numbers}.</translation>
    </message>
    <message>
        <source>A unit whose error is measured before its threshold, and the squared error as a bowl into which the weight rolls.</source>
        <translation>A unit whose error is measured before its threshold, and the squared error as a bowl into which the weight rolls.</translation>
    </message>
    <message>
        <source>A value of the momentum curve must be from 0 to {largest_momentum}, not {momentum}.</source>
        <translation>A value of the momentum curve must be from 0 to {largest_momentum}, not {momentum}.</translation>
    </message>
    <message>
        <source>A weight must be a number from -1,000,000 to 1,000,000, not {parts}.</source>
        <translation>A weight must be a number from -1,000,000 to 1,000,000, not {parts}.</translation>
    </message>
    <message>
        <source>A weight needs its place and a number, not {value}.</source>
        <translation>A weight needs its place and a number, not {value}.</translation>
    </message>
    <message>
        <source>A weight needs its place and a number, {count} in all, not {parts}.</source>
        <translation>A weight needs its place and a number, {count} in all, not {parts}.</translation>
    </message>
    <message>
        <source>A whole lesson of two steps, to change as you like.</source>
        <translation>A whole lesson of two steps, to change as you like.</translation>
    </message>
    <message>
        <source>A whole set of settings that asks a question.</source>
        <translation>A whole set of settings that asks a question.</translation>
    </message>
    <message>
        <source>A {truth}; the teacher says {told}, the network {says}.</source>
        <translation>A {truth}; the teacher says {told}, the network {says}.</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>AND</translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation>Ackley</translation>
    </message>
    <message>
        <source>Ackley 1987, {survey}</source>
        <translation>Ackley 1987, {survey}</translation>
    </message>
    <message>
        <source>Across the half-pipe the curvature is 100.</source>
        <translation>Across the half-pipe the curvature is 100.</translation>
    </message>
    <message>
        <source>Across the pipe the curvature is 100 everywhere.</source>
        <translation>Across the pipe the curvature is 100 everywhere.</translation>
    </message>
    <message>
        <source>Act at once</source>
        <translation>Act at once</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activation</translation>
    </message>
    <message>
        <source>Activation of {layer}</source>
        <translation>Activation of {layer}</translation>
    </message>
    <message>
        <source>Activation per layer</source>
        <translation>Activation per layer</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Add a far point</source>
        <translation>Add a far point</translation>
    </message>
    <message>
        <source>Add a second neuron</source>
        <translation>Add a second neuron</translation>
    </message>
    <message>
        <source>Add one point far out on the right side of class 1.</source>
        <translation>Add one point far out on the right side of class 1.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Adds the squared slope to all before: its ruler per coordinate is</source>
        <translation>Adds the squared slope to all before: its ruler per coordinate is</translation>
    </message>
    <message>
        <source>After TensorFlow Playground, Smilkov &amp; Carter 2016</source>
        <translation>After TensorFlow Playground, Smilkov &amp; Carter 2016</translation>
    </message>
    <message>
        <source>After the half-pipe in Dettmers 2015</source>
        <translation>After the half-pipe in Dettmers 2015</translation>
    </message>
    <message>
        <source>After the logistic-regression animation of A. Radford, 2014; the points are ours</source>
        <translation>After the logistic-regression animation of A. Radford, 2014; the points are ours</translation>
    </message>
    <message>
        <source>After the long-valley animation of A. Radford, 2014; the formula is ours</source>
        <translation>After the long-valley animation of A. Radford, 2014; the formula is ours</translation>
    </message>
    <message>
        <source>After the run the answer is no number.</source>
        <translation>After the run the answer is no number.</translation>
    </message>
    <message>
        <source>After the run {holding} of the options are true; one must be.</source>
        <translation>After the run {holding} of the options are true; one must be.</translation>
    </message>
    <message>
        <source>After the saddle animation of A. Radford, 2014; settings are ours</source>
        <translation>After the saddle animation of A. Radford, 2014; settings are ours</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>Again with {symbol} = {value}</source>
        <translation>Again with {symbol} = {value}</translation>
    </message>
    <message>
        <source>AlexNet</source>
        <translation>AlexNet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>All arms meet them in the same order.</source>
        <translation>All arms meet them in the same order.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>All classes</translation>
    </message>
    <message>
        <source>All classes share the weights. Choose whom to practise.</source>
        <translation>All classes share the weights. Choose whom to practise.</translation>
    </message>
    <message>
        <source>All classes take part again; pass {passes}.</source>
        <translation>All classes take part again; pass {passes}.</translation>
    </message>
    <message>
        <source>All digits at once, 64-64-10; the curvature is that of the place where the network is.</source>
        <translation>All digits at once, 64-64-10; the curvature is that of the place where the network is.</translation>
    </message>
    <message>
        <source>All events come back.</source>
        <translation>All events come back.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>All masks</source>
        <translation>All masks</translation>
    </message>
    <message>
        <source>All masks can be counted for 1 to {most} hidden units, not {units}.</source>
        <translation>All masks can be counted for 1 to {most} hidden units, not {units}.</translation>
    </message>
    <message>
        <source>All matrices show the same examples. Drag the window, turn the wheel over a matrix, or use the arrow keys.</source>
        <translation>All matrices show the same examples. Drag the window, turn the wheel over a matrix, or use the arrow keys.</translation>
    </message>
    <message>
        <source>All networks at one learning rate</source>
        <translation>All networks at one learning rate</translation>
    </message>
    <message>
        <source>All networks learn side by side</source>
        <translation>All networks learn side by side</translation>
    </message>
    <message>
        <source>All numbers come from their rules again</source>
        <translation>All numbers come from their rules again</translation>
    </message>
    <message>
        <source>All numbers come from their rules again.</source>
        <translation>All numbers come from their rules again.</translation>
    </message>
    <message>
        <source>All points have the same {columns}; it tells nothing.</source>
        <translation>All points have the same {columns}; it tells nothing.</translation>
    </message>
    <message>
        <source>All points to learn from are of one class; the same answer everywhere is right.</source>
        <translation>All points to learn from are of one class; the same answer everywhere is right.</translation>
    </message>
    <message>
        <source>All racers</source>
        <translation>All racers</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>All right. You moved points until one line could do it.</source>
        <translation>All right. You moved points until one line could do it.</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>All sizes</translation>
    </message>
    <message>
        <source>All start from the same weights, each size at its own best rate.</source>
        <translation>All start from the same weights, each size at its own best rate.</translation>
    </message>
    <message>
        <source>All weights between two layers are 0, so no blame goes back through them.</source>
        <translation>All weights between two layers are 0, so no blame goes back through them.</translation>
    </message>
    <message>
        <source>All weights of a layer are alike, so every hidden unit computes the same and gets the same gradient. Backpropagation cannot tell them apart; first weights must differ.</source>
        <translation>All weights of a layer are alike, so every hidden unit computes the same and gets the same gradient. Backpropagation cannot tell them apart; first weights must differ.</translation>
    </message>
    <message>
        <source>All {masks} classes asked. Over {examples} examples, one pass is at most {farthest} off.</source>
        <translation>All {masks} classes asked. Over {examples} examples, one pass is at most {farthest} off.</translation>
    </message>
    <message>
        <source>An action names one of {names}; this one names {named}.</source>
        <translation>An action names one of {names}; this one names {named}.</translation>
    </message>
    <message>
        <source>An egg box of 121 minima on a wide bowl: most racers sit down in the nearest cup.</source>
        <translation>An egg box of 121 minima on a wide bowl: most racers sit down in the nearest cup.</translation>
    </message>
    <message>
        <source>An event is named by its id, not by {value}.</source>
        <translation>An event is named by its id, not by {value}.</translation>
    </message>
    <message>
        <source>An example of the lab, from its first weights</source>
        <translation>An example of the lab, from its first weights</translation>
    </message>
    <message>
        <source>An hourglass of nine layers from 64 to 6 and back; bars of the error with a random start, with principal components, and pretrained.</source>
        <translation>An hourglass of nine layers from 64 to 6 and back; bars of the error with a random start, with principal components, and pretrained.</translation>
    </message>
    <message>
        <source>An old unit with weights that keep signals and gradients at one size.</source>
        <translation>An old unit with weights that keep signals and gradients at one size.</translation>
    </message>
    <message>
        <source>An optimum is two numbers (w1, w2) from −{most} to {most}, not {value}.</source>
        <translation>An optimum is two numbers (w1, w2) from −{most} to {most}, not {value}.</translation>
    </message>
    <message>
        <source>An option</source>
        <translation>An option</translation>
    </message>
    <message>
        <source>An outlier needs points of two classes in the plane.</source>
        <translation>An outlier needs points of two classes in the plane.</translation>
    </message>
    <message>
        <source>Another dropout for every hidden layer.</source>
        <translation>Another dropout for every hidden layer.</translation>
    </message>
    <message>
        <source>Another example of the same batch.</source>
        <translation>Another example of the same batch.</translation>
    </message>
    <message>
        <source>Another number draws other examples.</source>
        <translation>Another number draws other examples.</translation>
    </message>
    <message>
        <source>Another number draws other points of the same kind.</source>
        <translation>Another number draws other points of the same kind.</translation>
    </message>
    <message>
        <source>Another racer that flew off.</source>
        <translation>Another racer that flew off.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Answers each network ever gives</source>
        <translation>Answers each network ever gives</translation>
    </message>
    <message>
        <source>Answers of all classes</source>
        <translation>Answers of all classes</translation>
    </message>
    <message>
        <source>Architectures</source>
        <translation>Architectures</translation>
    </message>
    <message>
        <source>ArmCurves</source>
        <translation>ArmCurves</translation>
    </message>
    <message>
        <source>ArmSeen</source>
        <translation>ArmSeen</translation>
    </message>
    <message>
        <source>ArmView</source>
        <translation>ArmView</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Arms</translation>
    </message>
    <message>
        <source>Arms and curves</source>
        <translation>Arms and curves</translation>
    </message>
    <message>
        <source>Arms with other batches count their own epochs.</source>
        <translation>Arms with other batches count their own epochs.</translation>
    </message>
    <message>
        <source>Arrow keys choose what is shown.</source>
        <translation>Arrow keys choose what is shown.</translation>
    </message>
    <message>
        <source>Arrow keys go from card to card; the number of a box lays a card into it, 0 takes it out again.</source>
        <translation>Arrow keys go from card to card; the number of a box lays a card into it, 0 takes it out again.</translation>
    </message>
    <message>
        <source>Arrow keys go from picture to picture, Enter singles one out, Escape leaves them.</source>
        <translation>Arrow keys go from picture to picture, Enter singles one out, Escape leaves them.</translation>
    </message>
    <message>
        <source>Arrow keys go from recipe to recipe, Enter tries one. A click does too.</source>
        <translation>Arrow keys go from recipe to recipe, Enter tries one. A click does too.</translation>
    </message>
    <message>
        <source>Arrow keys walk between events, Enter opens one, plus and minus zoom, 0 shows all years. Shift with an arrow key draws a season, Enter keeps it.</source>
        <translation>Arrow keys walk between events, Enter opens one, plus and minus zoom, 0 shows all years. Shift with an arrow key draws a season, Enter keeps it.</translation>
    </message>
    <message>
        <source>Arrow keys walk from cell to cell, Tab from matrix to matrix. Enter keeps the sum open, F2 or a digit changes the number, Delete lets go of it, Page Up and Page Down move the rows, Alt with Left or Right steps. Ctrl+C copies the matrix, with Shift in a form to choose.</source>
        <translation>Arrow keys walk from cell to cell, Tab from matrix to matrix. Enter keeps the sum open, F2 or a digit changes the number, Delete lets go of it, Page Up and Page Down move the rows, Alt with Left or Right steps. Ctrl+C copies the matrix, with Shift in a form to choose.</translation>
    </message>
    <message>
        <source>Arrow keys walk from network to network.</source>
        <translation>Arrow keys walk from network to network.</translation>
    </message>
    <message>
        <source>Arrow keys walk from node to node, Enter keeps its sums below the picture, Escape lets them go.</source>
        <translation>Arrow keys walk from node to node, Enter keeps its sums below the picture, Escape lets them go.</translation>
    </message>
    <message>
        <source>Arrow keys walk from pupil to pupil, Page Up and Page Down through the examples of the batch.</source>
        <translation>Arrow keys walk from pupil to pupil, Page Up and Page Down through the examples of the batch.</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Arrows</translation>
    </message>
    <message>
        <source>Arrows inward: the ground curves up, a valley. Outward: it curves down, a ridge. One of each: a saddle.</source>
        <translation>Arrows inward: the ground curves up, a valley. Outward: it curves down, a ridge. One of each: a saddle.</translation>
    </message>
    <message>
        <source>Arrows of the step</source>
        <translation>Arrows of the step</translation>
    </message>
    <message>
        <source>Arrows walk from one to the next, Enter opens it.</source>
        <translation>Arrows walk from one to the next, Enter opens it.</translation>
    </message>
    <message>
        <source>Article says</source>
        <translation>Article says</translation>
    </message>
    <message>
        <source>Article says: {words}</source>
        <translation>Article says: {words}</translation>
    </message>
    <message>
        <source>As CSV, for a spreadsheet.</source>
        <translation>As CSV, for a spreadsheet.</translation>
    </message>
    <message>
        <source>As PNG at twice the resolution, or as SVG</source>
        <translation>As PNG at twice the resolution, or as SVG</translation>
    </message>
    <message>
        <source>As PyTorch, whose ρ is 0.9. Keras multiplies the steps by 0.001.</source>
        <translation>As PyTorch, whose ρ is 0.9. Keras multiplies the steps by 0.001.</translation>
    </message>
    <message>
        <source>As PyTorch, whose ρ is 0.99. Keras and TensorFlow put ε inside the root.</source>
        <translation>As PyTorch, whose ρ is 0.99. Keras and TensorFlow put ε inside the root.</translation>
    </message>
    <message>
        <source>As PyTorch. Keras adds ε before the bias is taken out.</source>
        <translation>As PyTorch. Keras adds ε before the bias is taken out.</translation>
    </message>
    <message>
        <source>As PyTorch. Keras starts s at 0.1 and puts ε inside the root.</source>
        <translation>As PyTorch. Keras starts s at 0.1 and puts ε inside the root.</translation>
    </message>
    <message>
        <source>As large as the weights themselves. The article does not mention the transpose.</source>
        <translation>As large as the weights themselves. The article does not mention the transpose.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>As you left it</source>
        <translation>As you left it</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Ask them</source>
        <translation>Ask them</translation>
    </message>
    <message>
        <source>Ask with ten classes: does every single network get a tenth right?</source>
        <translation>Ask with ten classes: does every single network get a tenth right?</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>At a function: apply it to every cell, and pass the result on.</source>
        <translation>At a function: apply it to every cell, and pass the result on.</translation>
    </message>
    <message>
        <source>At a function: multiply, cell by cell, by its slope where the input was on the way forward.</source>
        <translation>At a function: multiply, cell by cell, by its slope where the input was on the way forward.</translation>
    </message>
    <message>
        <source>At a weight matrix: multiply by its transpose, and pass the result back.</source>
        <translation>At a weight matrix: multiply by its transpose, and pass the result back.</translation>
    </message>
    <message>
        <source>At a weight matrix: multiply, and pass the result on.</source>
        <translation>At a weight matrix: multiply, and pass the result on.</translation>
    </message>
    <message>
        <source>At most 0.5 for the first tenth of the run, then rising: the first wild gradients are soon forgotten.</source>
        <translation>At most 0.5 for the first tenth of the run, then rising: the first wild gradients are soon forgotten.</translation>
    </message>
    <message>
        <source>At most, as its maker says</source>
        <translation>At most, as its maker says</translation>
    </message>
    <message>
        <source>At the error function: compare with the targets. What comes out starts the way back.</source>
        <translation>At the error function: compare with the targets. What comes out starts the way back.</translation>
    </message>
    <message>
        <source>At the start, {place}, the value of the formula is too large for a number.</source>
        <translation>At the start, {place}, the value of the formula is too large for a number.</translation>
    </message>
    <message>
        <source>At {title}, {place} of {tiles}: {about} </source>
        <translation>At {title}, {place} of {tiles}: {about} </translation>
    </message>
    <message>
        <source>At {twin}.</source>
        <translation>At {twin}.</translation>
    </message>
    <message>
        <source>At {where}, points have different answers; nobody can have both right.</source>
        <translation>At {where}, points have different answers; nobody can have both right.</translation>
    </message>
    <message>
        <source>Average all classes</source>
        <translation>Average all classes</translation>
    </message>
    <message>
        <source>Average all classes, and they take their places here.</source>
        <translation>Average all classes, and they take their places here.</translation>
    </message>
    <message>
        <source>Average all masks.</source>
        <translation>Average all masks.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back 1</source>
        <translation>Back 1</translation>
    </message>
    <message>
        <source>Back 2</source>
        <translation>Back 2</translation>
    </message>
    <message>
        <source>Back 3</source>
        <translation>Back 3</translation>
    </message>
    <message>
        <source>Back through the function: times its slope at the sum of the way forward.</source>
        <translation>Back through the function: times its slope at the sum of the way forward.</translation>
    </message>
    <message>
        <source>Back through the weights. A unit that several sums used gets a term from each: they add.</source>
        <translation>Back through the weights. A unit that several sums used gets a term from each: they add.</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>Back to it</translation>
    </message>
    <message>
        <source>Back to step {last_finite}</source>
        <translation>Back to step {last_finite}</translation>
    </message>
    <message>
        <source>Back {steps} steps</source>
        <translation>Back {steps} steps</translation>
    </message>
    <message>
        <source>Backprop</source>
        <translation>Backprop</translation>
    </message>
    <message>
        <source>BackpropPanel</source>
        <translation>BackpropPanel</translation>
    </message>
    <message>
        <source>BackpropSnapshot</source>
        <translation>BackpropSnapshot</translation>
    </message>
    <message>
        <source>BackpropView</source>
        <translation>BackpropView</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>Backpropagation</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Backward</translation>
    </message>
    <message>
        <source>Backward rule 1</source>
        <translation>Backward rule 1</translation>
    </message>
    <message>
        <source>Backward rule 2</source>
        <translation>Backward rule 2</translation>
    </message>
    <message>
        <source>Backward rule 3</source>
        <translation>Backward rule 3</translation>
    </message>
    <message>
        <source>Baidu</source>
        <translation>Baidu</translation>
    </message>
    <message>
        <source>Banana valley</source>
        <translation>Banana valley</translation>
    </message>
    <message>
        <source>Bars for the error on new data with one to eight layers: it falls at first, is smallest with five, and rises again.</source>
        <translation>Bars for the error on new data with one to eight layers: it falls at first, is smallest with five, and rises again.</translation>
    </message>
    <message>
        <source>Bars of light at three places and in three directions: a simple cell answers at one place only, a complex cell at all three, both in one direction.</source>
        <translation>Bars of light at three places and in three directions: a simple cell answers at one place only, a complex cell at all three, both in one direction.</translation>
    </message>
    <message>
        <source>Bars: how likely an answer is when a class comes by chance.</source>
        <translation>Bars: how likely an answer is when a class comes by chance.</translation>
    </message>
    <message>
        <source>Basins</source>
        <translation>Basins</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch size</translation>
    </message>
    <message>
        <source>Batch {step}: {flu}</source>
        <translation>Batch {step}: {flu}</translation>
    </message>
    <message>
        <source>Beale</source>
        <translation>Beale</translation>
    </message>
    <message>
        <source>Beale 1958, {survey}; start and rates are ours</source>
        <translation>Beale 1958, {survey}; start and rates are ours</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Before the first rule</source>
        <translation>Before the first rule</translation>
    </message>
    <message>
        <source>Before training</source>
        <translation>Before training</translation>
    </message>
    <message>
        <source>Before, with {layers} at rate {rate} and a loss × {scale}: {share} right at pass {passes}.</source>
        <translation>Before, with {layers} at rate {rate} and a loss × {scale}: {share} right at pass {passes}.</translation>
    </message>
    <message>
        <source>Before, with {layers} at rate {rate}: {share} right at pass {passes}.</source>
        <translation>Before, with {layers} at rate {rate}: {share} right at pass {passes}.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Behind such a guess: {why}.</source>
        <translation>Behind such a guess: {why}.</translation>
    </message>
    <message>
        <source>Below 0.05</source>
        <translation>Below 0.05</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Bias and two weights of every learner before the first point; empty: zeros.</source>
        <translation>Bias and two weights of every learner before the first point; empty: zeros.</translation>
    </message>
    <message>
        <source>Bias and weights at first</source>
        <translation>Bias and weights at first</translation>
    </message>
    <message>
        <source>Bias and weights must be numbers from -1,000,000 to 1,000,000.</source>
        <translation>Bias and weights must be numbers from -1,000,000 to 1,000,000.</translation>
    </message>
    <message>
        <source>Bias and weights must be numbers with blanks between, not {text}.</source>
        <translation>Bias and weights must be numbers with blanks between, not {text}.</translation>
    </message>
    <message>
        <source>Bias of unit {unit} in layer {layer}</source>
        <translation>Bias of unit {unit} in layer {layer}</translation>
    </message>
    <message>
        <source>Bias of {name}</source>
        <translation>Bias of {name}</translation>
    </message>
    <message>
        <source>Bias of {words}</source>
        <translation>Bias of {words}</translation>
    </message>
    <message>
        <source>Blue speaks for, orange against, blank is exactly 0. The arrow keys go from one to the next.</source>
        <translation>Blue speaks for, orange against, blank is exactly 0. The arrow keys go from one to the next.</translation>
    </message>
    <message>
        <source>Blue where the second says more of class 1, orange where less. The arrow keys read off.</source>
        <translation>Blue where the second says more of class 1, orange where less. The arrow keys read off.</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Booth</translation>
    </message>
    <message>
        <source>Both are of order one; the learning rate sets the step.</source>
        <translation>Both are of order one; the learning rate sets the step.</translation>
    </message>
    <message>
        <source>Both at once (square): w₁ {w1}, w₂ {w2}.</source>
        <translation>Both at once (square): w₁ {w1}, w₂ {w2}.</translation>
    </message>
    <message>
        <source>Both moves are its new velocity: v = {after}.</source>
        <translation>Both moves are its new velocity: v = {after}.</translation>
    </message>
    <message>
        <source>Both orders end at the same point.</source>
        <translation>Both orders end at the same point.</translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation>Bowl</translation>
    </message>
    <message>
        <source>Bridle 1990</source>
        <translation>Bridle 1990</translation>
    </message>
    <message>
        <source>Brings back what was forgotten.</source>
        <translation>Brings back what was forgotten.</translation>
    </message>
    <message>
        <source>Builds on</source>
        <translation>Builds on</translation>
    </message>
    <message>
        <source>Bump</source>
        <translation>Bump</translation>
    </message>
    <message>
        <source>By end</source>
        <translation>By end</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>By inputs</source>
        <translation>By inputs</translation>
    </message>
    <message>
        <source>By name, word or year</source>
        <translation>By name, word or year</translation>
    </message>
    <message>
        <source>By optimizer</source>
        <translation>By optimizer</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>Calculation</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Can one straight line keep blue and orange apart?</source>
        <translation>Can one straight line keep blue and orange apart?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cards to sort</source>
        <translation>Cards to sort</translation>
    </message>
    <message>
        <source>Carries out every step, as --check-lesson does, and lists goals that are never reached.</source>
        <translation>Carries out every step, as --check-lesson does, and lists goals that are never reached.</translation>
    </message>
    <message>
        <source>Catapult</source>
        <translation>Catapult</translation>
    </message>
    <message>
        <source>CatapultSeen</source>
        <translation>CatapultSeen</translation>
    </message>
    <message>
        <source>Cells are held by hand, and a held cell does not answer to a weight. Let go of them to check.</source>
        <translation>Cells are held by hand, and a held cell does not answer to a weight. Let go of them to check.</translation>
    </message>
    <message>
        <source>Cells are held by hand; their rules are put aside.</source>
        <translation>Cells are held by hand; their rules are put aside.</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>ChanceSeen</source>
        <translation>ChanceSeen</translation>
    </message>
    <message>
        <source>Change a bias.</source>
        <translation>Change a bias.</translation>
    </message>
    <message>
        <source>Change a setting, or restart.</source>
        <translation>Change a setting, or restart.</translation>
    </message>
    <message>
        <source>Change a weight.</source>
        <translation>Change a weight.</translation>
    </message>
    <message>
        <source>Change this one setting and run again.</source>
        <translation>Change this one setting and run again.</translation>
    </message>
    <message>
        <source>Changed by the last edit.</source>
        <translation>Changed by the last edit.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Check all {count} slopes</source>
        <translation>Check all {count} slopes</translation>
    </message>
    <message>
        <source>Check every slope</source>
        <translation>Check every slope</translation>
    </message>
    <message>
        <source>Check it another way</source>
        <translation>Check it another way</translation>
    </message>
    <message>
        <source>Check {name} another way</source>
        <translation>Check {name} another way</translation>
    </message>
    <message>
        <source>CheckAll</source>
        <translation>CheckAll</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Checkerboard</translation>
    </message>
    <message>
        <source>Checking {name}; the window may be used meanwhile.</source>
        <translation>Checking {name}; the window may be used meanwhile.</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Choose a digit below its bar. Which others will suffer most? Then let all take part again.</source>
        <translation>Choose a digit below its bar. Which others will suffer most? Then let all take part again.</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Choose a folder you may write to.</translation>
    </message>
    <message>
        <source>Choose a racer and a step to see how the step is made.</source>
        <translation>Choose a racer and a step to see how the step is made.</translation>
    </message>
    <message>
        <source>Choose a weight to nudge: click one, or walk to it with the arrow keys.</source>
        <translation>Choose a weight to nudge: click one, or walk to it with the arrow keys.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>Chooses first weights, the order of examples, and dropout.</source>
        <translation>Chooses first weights, the order of examples, and dropout.</translation>
    </message>
    <message>
        <source>Chooses first weights, the order of the examples, and dropout.</source>
        <translation>Chooses first weights, the order of the examples, and dropout.</translation>
    </message>
    <message>
        <source>Chooses the examples and the first weights.</source>
        <translation>Chooses the examples and the first weights.</translation>
    </message>
    <message>
        <source>Chooses the first weights and the order of the digits.</source>
        <translation>Chooses the first weights and the order of the digits.</translation>
    </message>
    <message>
        <source>Chooses the noise. The same seed gives the same race.</source>
        <translation>Chooses the noise. The same seed gives the same race.</translation>
    </message>
    <message>
        <source>Choosing where to compute</source>
        <translation>Choosing where to compute</translation>
    </message>
    <message>
        <source>Chosen: {chosen}. </source>
        <translation>Chosen: {chosen}. </translation>
    </message>
    <message>
        <source>Chosen: {names}, {index} of {other_names}.</source>
        <translation>Chosen: {names}, {index} of {other_names}.</translation>
    </message>
    <message>
        <source>Chosen: {name}.</source>
        <translation>Chosen: {name}.</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Circle</translation>
    </message>
    <message>
        <source>Claims to sort</source>
        <translation>Claims to sort</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Class to place</source>
        <translation>Class to place</translation>
    </message>
    <message>
        <source>Class {names}</source>
        <translation>Class {names}</translation>
    </message>
    <message>
        <source>Class {name}: </source>
        <translation>Class {name}: </translation>
    </message>
    <message>
        <source>Class {number}: not asked yet.</source>
        <translation>Class {number}: not asked yet.</translation>
    </message>
    <message>
        <source>Class {number}: {there} of {units} came, answer {answer}.</source>
        <translation>Class {number}: {there} of {units} came, answer {answer}.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Clear in the fog</source>
        <translation>Clear in the fog</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Click a dot to go to its phase.</source>
        <translation>Click a dot to go to its phase.</translation>
    </message>
    <message>
        <source>Click or drag to go to a step. The arrow keys go one step at a time.</source>
        <translation>Click or drag to go to a step. The arrow keys go one step at a time.</translation>
    </message>
    <message>
        <source>Click shows how it is computed.</source>
        <translation>Click shows how it is computed.</translation>
    </message>
    <message>
        <source>Click to dismiss</source>
        <translation>Click to dismiss</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Close the card</source>
        <translation>Close the card</translation>
    </message>
    <message>
        <source>Close the window; settings are kept</source>
        <translation>Close the window; settings are kept</translation>
    </message>
    <message>
        <source>Close this; nothing is opened.</source>
        <translation>Close this; nothing is opened.</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Colour of the cloud</source>
        <translation>Colour of the cloud</translation>
    </message>
    <message>
        <source>Coloured by who moves the point, or by the minimum in which it ends.</source>
        <translation>Coloured by who moves the point, or by the minimum in which it ends.</translation>
    </message>
    <message>
        <source>Colours of the disagreement</source>
        <translation>Colours of the disagreement</translation>
    </message>
    <message>
        <source>Column {columns} holds more than {most_classes} different numbers: too many classes.</source>
        <translation>Column {columns} holds more than {most_classes} different numbers: too many classes.</translation>
    </message>
    <message>
        <source>Column {columns} holds text: that can be classes, not numbers to be learned.</source>
        <translation>Column {columns} holds text: that can be classes, not numbers to be learned.</translation>
    </message>
    <message>
        <source>Column {columns} holds the same number in every row: there is nothing to learn.</source>
        <translation>Column {columns} holds the same number in every row: there is nothing to learn.</translation>
    </message>
    <message>
        <source>Column {named} {verb} in every row: nothing can be learned from it.</source>
        <translation>Column {named} {verb} in every row: nothing can be learned from it.</translation>
    </message>
    <message>
        <source>Column {name} holds {high}; numbers up to {largest} can be learned.</source>
        <translation>Column {name} holds {high}; numbers up to {largest} can be learned.</translation>
    </message>
    <message>
        <source>Column {row} of {matrix} times column {column} of {blame}</source>
        <translation>Column {row} of {matrix} times column {column} of {blame}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Compare the units</source>
        <translation>Compare the units</translation>
    </message>
    <message>
        <source>Compare the units of {letter}</source>
        <translation>Compare the units of {letter}</translation>
    </message>
    <message>
        <source>Computational graph</source>
        <translation>Computational graph</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Compute</translation>
    </message>
    <message>
        <source>Computes on the graphics card.</source>
        <translation>Computes on the graphics card.</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Computing</translation>
    </message>
    <message>
        <source>Cone</source>
        <translation>Cone</translation>
    </message>
    <message>
        <source>ConeOfBatch</source>
        <translation>ConeOfBatch</translation>
    </message>
    <message>
        <source>ConePlace</source>
        <translation>ConePlace</translation>
    </message>
    <message>
        <source>ConeSeen</source>
        <translation>ConeSeen</translation>
    </message>
    <message>
        <source>ConfigError</source>
        <translation>ConfigError</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Confusion</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Confusion matrix</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constant</translation>
    </message>
    <message>
        <source>Constant .9</source>
        <translation>Constant .9</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Controls</translation>
    </message>
    <message>
        <source>Controls for</source>
        <translation>Controls for</translation>
    </message>
    <message>
        <source>Controls for {arm}</source>
        <translation>Controls for {arm}</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolution</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copy as CSV</translation>
    </message>
    <message>
        <source>Copy as NumPy</source>
        <translation>Copy as NumPy</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>Copy these numbers as plain text.</source>
        <translation>Copy these numbers as plain text.</translation>
    </message>
    <message>
        <source>Corrects from there by η = {hyper} times that slope: −η g = {slope}.</source>
        <translation>Corrects from there by η = {hyper} times that slope: −η g = {slope}.</translation>
    </message>
    <message>
        <source>CorrelationSeen</source>
        <translation>CorrelationSeen</translation>
    </message>
    <message>
        <source>Craft</source>
        <translation>Craft</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Cross-entropy</translation>
    </message>
    <message>
        <source>Cross-entropy behind a softmax needs targets that add up to 1 in each row of y.</source>
        <translation>Cross-entropy behind a softmax needs targets that add up to 1 in each row of y.</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>Crowd</translation>
    </message>
    <message>
        <source>CsvData</source>
        <translation>CsvData</translation>
    </message>
    <message>
        <source>Cures</source>
        <translation>Cures</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>Curvature</translation>
    </message>
    <message>
        <source>Curvature: {kind}</source>
        <translation>Curvature: {kind}</translation>
    </message>
    <message>
        <source>Curvatures {strong} and {weak}. {about}</source>
        <translation>Curvatures {strong} and {weak}. {about}</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curves</translation>
    </message>
    <message>
        <source>Curves of the run</source>
        <translation>Curves of the run</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Data and machines large enough.</source>
        <translation>Data and machines large enough.</translation>
    </message>
    <message>
        <source>Data and weights are there; nothing has been reckoned with them yet.</source>
        <translation>Data and weights are there; nothing has been reckoned with them yet.</translation>
    </message>
    <message>
        <source>Data noise</source>
        <translation>Data noise</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Data sets</translation>
    </message>
    <message>
        <source>DataError</source>
        <translation>DataError</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Deal the examples anew for every epoch.</source>
        <translation>Deal the examples anew for every epoch.</translation>
    </message>
    <message>
        <source>Decision map</source>
        <translation>Decision map</translation>
    </message>
    <message>
        <source>Deep learning, by hand</source>
        <translation>Deep learning, by hand</translation>
    </message>
    <message>
        <source>DeepMind</source>
        <translation>DeepMind</translation>
    </message>
    <message>
        <source>Delta rule, linear unit</source>
        <translation>Delta rule, linear unit</translation>
    </message>
    <message>
        <source>Delta rule, sigmoid unit</source>
        <translation>Delta rule, sigmoid unit</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>DepthPanel</source>
        <translation>DepthPanel</translation>
    </message>
    <message>
        <source>DepthSnapshot</source>
        <translation>DepthSnapshot</translation>
    </message>
    <message>
        <source>Derived from the length of a reported run</source>
        <translation>Derived from the length of a reported run</translation>
    </message>
    <message>
        <source>Dettmers 2015, Deep Learning in a Nutshell: History and Training</source>
        <translation>Dettmers 2015, Deep Learning in a Nutshell: History and Training</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>Did you mean {name}?</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Different answers each network gives</source>
        <translation>Different answers each network gives</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Digits and what the networks say</source>
        <translation>Digits and what the networks say</translation>
    </message>
    <message>
        <source>Digits they have never seen</source>
        <translation>Digits they have never seen</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Directions</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Disagreement</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Divides by the size of all gradients so far: bold at first, ever shorter steps later.</source>
        <translation>Divides by the size of all gradients so far: bold at first, ever shorter steps later.</translation>
    </message>
    <message>
        <source>Divides by the size of recent gradients: steep or flat, every step is about as long.</source>
        <translation>Divides by the size of recent gradients: steep or flat, every step is about as long.</translation>
    </message>
    <message>
        <source>Divides by the size of recent slopes, √(s + ε) = {slopes}.</source>
        <translation>Divides by the size of recent slopes, √(s + ε) = {slopes}.</translation>
    </message>
    <message>
        <source>Divides the mean by its ruler and steps by η = {hyper} of that</source>
        <translation>Divides the mean by its ruler and steps by η = {hyper} of that</translation>
    </message>
    <message>
        <source>Divides the slope by its ruler and steps by η = {hyper} of that</source>
        <translation>Divides the slope by its ruler and steps by η = {hyper} of that</translation>
    </message>
    <message>
        <source>Dixon &amp; Szegő 1978, {survey}</source>
        <translation>Dixon &amp; Szegő 1978, {survey}</translation>
    </message>
    <message>
        <source>Do two more units help more seeds?</source>
        <translation>Do two more units help more seeds?</translation>
    </message>
    <message>
        <source>Do you still know?</source>
        <translation>Do you still know?</translation>
    </message>
    <message>
        <source>Does another start end in a worse valley?</source>
        <translation>Does another start end in a worse valley?</translation>
    </message>
    <message>
        <source>Does dropout make pupils less alike?</source>
        <translation>Does dropout make pupils less alike?</translation>
    </message>
    <message>
        <source>Does leaving units out calm the border?</source>
        <translation>Does leaving units out calm the border?</translation>
    </message>
    <message>
        <source>Does one pass with everyone present stand for all the classes?</source>
        <translation>Does one pass with everyone present stand for all the classes?</translation>
    </message>
    <message>
        <source>Does the flu still help with five times the data?</source>
        <translation>Does the flu still help with five times the data?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Dots</translation>
    </message>
    <message>
        <source>Double click to place one.</source>
        <translation>Double click to place one.</translation>
    </message>
    <message>
        <source>Drag a handle, or any point.</source>
        <translation>Drag a handle, or any point.</translation>
    </message>
    <message>
        <source>Drag a line of your own.</source>
        <translation>Drag a line of your own.</translation>
    </message>
    <message>
        <source>Drag a point, click it to flip its class, double click to add one; a right click removes one.</source>
        <translation>Drag a point, click it to flip its class, double click to add one; a right click removes one.</translation>
    </message>
    <message>
        <source>Drag a point, double click to add one; a right click removes one.</source>
        <translation>Drag a point, double click to add one; a right click removes one.</translation>
    </message>
    <message>
        <source>Drag along a line to change its weight, across a pill to change a bias. Arrow keys walk over units and lines, plus and minus change what they stand at, with Alt finely.</source>
        <translation>Drag along a line to change its weight, across a pill to change a bias. Arrow keys walk over units and lines, plus and minus change what they stand at, with Alt finely.</translation>
    </message>
    <message>
        <source>Drag along the line to change it, with Shift finely. Click shows the sum it belongs to.</source>
        <translation>Drag along the line to change it, with Shift finely. Click shows the sum it belongs to.</translation>
    </message>
    <message>
        <source>Drag each card into a box.</source>
        <translation>Drag each card into a box.</translation>
    </message>
    <message>
        <source>Drag points, click to flip, double click to add.</source>
        <translation>Drag points, click to flip, double click to add.</translation>
    </message>
    <message>
        <source>Drag points, double click to add.</source>
        <translation>Drag points, double click to add.</translation>
    </message>
    <message>
        <source>Drag the handle from 1 to all. Where does a larger glance stop paying? Then train on, and look again.</source>
        <translation>Drag the handle from 1 to all. Where does a larger glance stop paying? Then train on, and look again.</translation>
    </message>
    <message>
        <source>Drag the line to add a point.</source>
        <translation>Drag the line to add a point.</translation>
    </message>
    <message>
        <source>Drag the line to add a point; drag moves it; Delete or a right click removes it. Tab goes to the next point.</source>
        <translation>Drag the line to add a point; drag moves it; Delete or a right click removes it. Tab goes to the next point.</translation>
    </message>
    <message>
        <source>Drag the line to move it, a handle to turn it.</source>
        <translation>Drag the line to move it, a handle to turn it.</translation>
    </message>
    <message>
        <source>Drag the line.</source>
        <translation>Drag the line.</translation>
    </message>
    <message>
        <source>Drag the lowest loss, or move it with the arrow keys; Shift makes smaller steps.</source>
        <translation>Drag the lowest loss, or move it with the arrow keys; Shift makes smaller steps.</translation>
    </message>
    <message>
        <source>Drag the rate across the limit, a little to its left, a little to its right. Then try a real network.</source>
        <translation>Drag the rate across the limit, a little to its left, a little to its right. Then try a real network.</translation>
    </message>
    <message>
        <source>Drag the start to where the formula has a value</source>
        <translation>Drag the start to where the formula has a value</translation>
    </message>
    <message>
        <source>Drag the violet start, the surface, or a slider: the whole race answers. Point at a racer to see its sum.</source>
        <translation>Drag the violet start, the surface, or a slider: the whole race answers. Point at a racer to see its sum.</translation>
    </message>
    <message>
        <source>Drag to any step of the run; arrow keys go step by step.</source>
        <translation>Drag to any step of the run; arrow keys go step by step.</translation>
    </message>
    <message>
        <source>Drag to draw points of the chosen class.</source>
        <translation>Drag to draw points of the chosen class.</translation>
    </message>
    <message>
        <source>Drag to the right or left to change it, with Shift finely.</source>
        <translation>Drag to the right or left to change it, with Shift finely.</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, double click to look from where one began.</source>
        <translation>Drag to turn, wheel to zoom, double click to look from where one began.</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>Draw a wave</source>
        <translation>Draw a wave</translation>
    </message>
    <message>
        <source>Draw along the years.</source>
        <translation>Draw along the years.</translation>
    </message>
    <message>
        <source>Draw it on the picture: press, drag, let go. Arrow keys turn it.</source>
        <translation>Draw it on the picture: press, drag, let go. Arrow keys turn it.</translation>
    </message>
    <message>
        <source>Draw my own line</source>
        <translation>Draw my own line</translation>
    </message>
    <message>
        <source>Draw other points of the same kind.</source>
        <translation>Draw other points of the same kind.</translation>
    </message>
    <message>
        <source>Draw points with the pencil, open a table, or drop one anywhere here.</source>
        <translation>Draw points with the pencil, open a table, or drop one anywhere here.</translation>
    </message>
    <message>
        <source>Draw with the mouse. Left and right choose a place, up and down its value; digits type it.</source>
        <translation>Draw with the mouse. Left and right choose a place, up and down its value; digits type it.</translation>
    </message>
    <message>
        <source>Draw {draw} of {wanted}.</source>
        <translation>Draw {draw} of {wanted}.</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>Drawn loss</source>
        <translation>Drawn loss</translation>
    </message>
    <message>
        <source>Drop one file at a time; these were {paths}. Nothing has changed.</source>
        <translation>Drop one file at a time; these were {paths}. Nothing has changed.</translation>
    </message>
    <message>
        <source>Drop the lessons to open them</source>
        <translation>Drop the lessons to open them</translation>
    </message>
    <message>
        <source>Drop the table to learn from it</source>
        <translation>Drop the table to learn from it</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout by layer</source>
        <translation>Dropout by layer</translation>
    </message>
    <message>
        <source>Dropout lens</source>
        <translation>Dropout lens</translation>
    </message>
    <message>
        <source>Dropout of inputs</source>
        <translation>Dropout of inputs</translation>
    </message>
    <message>
        <source>Dropout of layer {layer}</source>
        <translation>Dropout of layer {layer}</translation>
    </message>
    <message>
        <source>Dropout of layers is a row of numbers from 0 to {most} with blanks between, not {word}.</source>
        <translation>Dropout of layers is a row of numbers from 0 to {most} with blanks between, not {word}.</translation>
    </message>
    <message>
        <source>Dropout of the inputs and of single layers, the optimizer, the schedule of momentum.</source>
        <translation>Dropout of the inputs and of single layers, the optimizer, the schedule of momentum.</translation>
    </message>
    <message>
        <source>Duchi, Hazan &amp; Singer 2011, figure 1</source>
        <translation>Duchi, Hazan &amp; Singer 2011, figure 1</translation>
    </message>
    <message>
        <source>Each arrow is the slope of one batch; straight down is the slope of all examples.</source>
        <translation>Each arrow is the slope of one batch; straight down is the slope of all examples.</translation>
    </message>
    <message>
        <source>Each arrow is the slope that one small batch of digits sees.</source>
        <translation>Each arrow is the slope that one small batch of digits sees.</translation>
    </message>
    <message>
        <source>Each at its own best rate</source>
        <translation>Each at its own best rate</translation>
    </message>
    <message>
        <source>Each class is told from the rest by a line of its own: the bar is the share right of the hardest one.</source>
        <translation>Each class is told from the rest by a line of its own: the bar is the share right of the hardest one.</translation>
    </message>
    <message>
        <source>Each dot is one network with random weights.</source>
        <translation>Each dot is one network with random weights.</translation>
    </message>
    <message>
        <source>Each layer first learns without labels to give back what it is shown, then all learn together.</source>
        <translation>Each layer first learns without labels to give back what it is shown, then all learn together.</translation>
    </message>
    <message>
        <source>Each layer its own</source>
        <translation>Each layer its own</translation>
    </message>
    <message>
        <source>Each phase stays 1.6 seconds.</source>
        <translation>Each phase stays 1.6 seconds.</translation>
    </message>
    <message>
        <source>Each racer's own learning rate, the same for all, or the one found fair for this surface and start.</source>
        <translation>Each racer's own learning rate, the same for all, or the one found fair for this surface and start.</translation>
    </message>
    <message>
        <source>Each sum goes through its function. How steep it is there is kept for the way back.</source>
        <translation>Each sum goes through its function. How steep it is there is kept for the way back.</translation>
    </message>
    <message>
        <source>Each tile is a pair of units: blue where they rise together, orange where one falls as the other rises.</source>
        <translation>Each tile is a pair of units: blue where they rise together, orange where one falls as the other rises.</translation>
    </message>
    <message>
        <source>Egg carton</source>
        <translation>Egg carton</translation>
    </message>
    <message>
        <source>Eight hidden units</source>
        <translation>Eight hidden units</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>End after {value} steps</source>
        <translation>End after {value} steps</translation>
    </message>
    <message>
        <source>Ends the tour.</source>
        <translation>Ends the tour.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enter takes the first point, Tab walks on, arrows move it, Delete removes it, Insert adds one, Escape lets go.</source>
        <translation>Enter takes the first point, Tab walks on, arrows move it, Delete removes it, Insert adds one, Escape lets go.</translation>
    </message>
    <message>
        <source>Enter takes the first point, Tab walks on, arrows move it, Space flips its class, Delete removes it, Insert adds one, Escape lets go.</source>
        <translation>Enter takes the first point, Tab walks on, arrows move it, Space flips its class, Delete removes it, Insert adds one, Escape lets go.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochs</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Equal</translation>
    </message>
    <message>
        <source>Equal rates</source>
        <translation>Equal rates</translation>
    </message>
    <message>
        <source>Erasing names a year within a season, not {value}.</source>
        <translation>Erasing names a year within a season, not {value}.</translation>
    </message>
    <message>
        <source>Errors sent back, meant for networks</source>
        <translation>Errors sent back, meant for networks</translation>
    </message>
    <message>
        <source>Esc lets it go</source>
        <translation>Esc lets it go</translation>
    </message>
    <message>
        <source>Escape does the same.</source>
        <translation>Escape does the same.</translation>
    </message>
    <message>
        <source>Escape law</source>
        <translation>Escape law</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Events and machines take turns in a small window.</source>
        <translation>Events and machines take turns in a small window.</translation>
    </message>
    <message>
        <source>Events of which nothing runs here, drawn hollow</source>
        <translation>Events of which nothing runs here, drawn hollow</translation>
    </message>
    <message>
        <source>Events that can be tried in this program</source>
        <translation>Events that can be tried in this program</translation>
    </message>
    <message>
        <source>Events to read</source>
        <translation>Events to read</translation>
    </message>
    <message>
        <source>Every event with its sources, on an axis of years.</source>
        <translation>Every event with its sources, on an axis of years.</translation>
    </message>
    <message>
        <source>Every example pulls, also those that are right: it finds the least squared error, not the fewest errors.</source>
        <translation>Every example pulls, also those that are right: it finds the least squared error, not the fewest errors.</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>Every key and what it does</translation>
    </message>
    <message>
        <source>Every layer adds to what came in, so there is a way back that no gate shuts.</source>
        <translation>Every layer adds to what came in, so there is a way back that no gate shuts.</translation>
    </message>
    <message>
        <source>Every mask is tried; their answers are averaged, each by its chance.</source>
        <translation>Every mask is tried; their answers are averaged, each by its chance.</translation>
    </message>
    <message>
        <source>Every matrix of it, rule by rule</source>
        <translation>Every matrix of it, rule by rule</translation>
    </message>
    <message>
        <source>Every number is rounded as printed; the next one is reckoned from it.</source>
        <translation>Every number is rounded as printed; the next one is reckoned from it.</translation>
    </message>
    <message>
        <source>Every own point must be of one of the classes that are named.</source>
        <translation>Every own point must be of one of the classes that are named.</translation>
    </message>
    <message>
        <source>Every point changes its class</source>
        <translation>Every point changes its class</translation>
    </message>
    <message>
        <source>Every point has the colour of the minimum in which {racer} ends from there, when the race rests.</source>
        <translation>Every point has the colour of the minimum in which {racer} ends from there, when the race rests.</translation>
    </message>
    <message>
        <source>Every point is coloured by the minimum in which a start there ends.</source>
        <translation>Every point is coloured by the minimum in which a start there ends.</translation>
    </message>
    <message>
        <source>Every product is an entry of its own, and each sum collects its products.</source>
        <translation>Every product is an entry of its own, and each sum collects its products.</translation>
    </message>
    <message>
        <source>Every random number of this run comes from it.</source>
        <translation>Every random number of this run comes from it.</translation>
    </message>
    <message>
        <source>Every row has the class {classes}: there is nothing to tell apart.</source>
        <translation>Every row has the class {classes}: there is nothing to tell apart.</translation>
    </message>
    <message>
        <source>Every size of glance has a best learning rate of its own; all are multiplied by this.</source>
        <translation>Every size of glance has a best learning rate of its own; all are multiplied by this.</translation>
    </message>
    <message>
        <source>Every step of every racer as a table (CSV)</source>
        <translation>Every step of every racer as a table (CSV)</translation>
    </message>
    <message>
        <source>Every step of every racer, for a spreadsheet or NumPy</source>
        <translation>Every step of every racer, for a spreadsheet or NumPy</translation>
    </message>
    <message>
        <source>Every sum is centred and scaled by what the other digits of its batch have.</source>
        <translation>Every sum is centred and scaled by what the other digits of its batch have.</translation>
    </message>
    <message>
        <source>Every unit adds a number of its own, the same for all examples.</source>
        <translation>Every unit adds a number of its own, the same for all examples.</translation>
    </message>
    <message>
        <source>Every unit of layer {layer} is at its limit for each of the {count} training examples: no gradient passes it, and the weights up to it stand still.</source>
        <translation>Every unit of layer {layer} is at its limit for each of the {count} training examples: no gradient passes it, and the weights up to it stand still.</translation>
    </message>
    <message>
        <source>Every weight and bias is nudged up and down.</source>
        <translation>Every weight and bias is nudged up and down.</translation>
    </message>
    <message>
        <source>Everyone is well.</source>
        <translation>Everyone is well.</translation>
    </message>
    <message>
        <source>Everyone well</source>
        <translation>Everyone well</translation>
    </message>
    <message>
        <source>Everything begins anew, side by side</source>
        <translation>Everything begins anew, side by side</translation>
    </message>
    <message>
        <source>Everything else works. Starting the program again tries it once more.</source>
        <translation>Everything else works. Starting the program again tries it once more.</translation>
    </message>
    <message>
        <source>Everything stays as it was.</source>
        <translation>Everything stays as it was.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>Example before</source>
        <translation>Example before</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>Examples drawn with</source>
        <translation>Examples drawn with</translation>
    </message>
    <message>
        <source>Exchange the labels of the two classes.</source>
        <translation>Exchange the labels of the two classes.</translation>
    </message>
    <message>
        <source>Exchange the large picture and the small one</source>
        <translation>Exchange the large picture and the small one</translation>
    </message>
    <message>
        <source>Expected after the contest of 2012</source>
        <translation>Expected after the contest of 2012</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>ExportError</source>
        <translation>ExportError</translation>
    </message>
    <message>
        <source>F1: more about this</source>
        <translation>F1: more about this</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Fair rates</source>
        <translation>Fair rates</translation>
    </message>
    <message>
        <source>Fair: each network at its own best of six learning rates, as tried out with 32 units at eleven depths. Equal: all at one rate.</source>
        <translation>Fair: each network at its own best of six learning rates, as tried out with 32 units at eleven depths. Equal: all at one rate.</translation>
    </message>
    <message>
        <source>Family trees learned by a network</source>
        <translation>Family trees learned by a network</translation>
    </message>
    <message>
        <source>Far cloud</source>
        <translation>Far cloud</translation>
    </message>
    <message>
        <source>Far from one: the ruler has not followed the slope yet.</source>
        <translation>Far from one: the ruler has not followed the slope yet.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Fewer settings</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Fields: {panel}</source>
        <translation>Fields: {panel}</translation>
    </message>
    <message>
        <source>Files of this kind are not used: a pack holds .md, .png, .jpg, .gif and .webp.</source>
        <translation>Files of this kind are not used: a pack holds .md, .png, .jpg, .gif and .webp.</translation>
    </message>
    <message>
        <source>Filled dots run: click one and try the machine.</source>
        <translation>Filled dots run: click one and try the machine.</translation>
    </message>
    <message>
        <source>Filled points were learned from, hollow ones are new. Left and Right read off.</source>
        <translation>Filled points were learned from, hollow ones are new. Left and Right read off.</translation>
    </message>
    <message>
        <source>Find a name or a year</source>
        <translation>Find a name or a year</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Find an action</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Find an event</translation>
    </message>
    <message>
        <source>Finds names, words and years, such as 1989 or 1980s. Enter opens the first.</source>
        <translation>Finds names, words and years, such as 1989 or 1980s. Enter opens the first.</translation>
    </message>
    <message>
        <source>Fine for one layer. Hidden units that start alike stay alike for ever.</source>
        <translation>Fine for one layer. Hidden units that start alike stay alike for ever.</translation>
    </message>
    <message>
        <source>Finish board</source>
        <translation>Finish board</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>First weights</translation>
    </message>
    <message>
        <source>First winter</source>
        <translation>First winter</translation>
    </message>
    <message>
        <source>Fisher 1936</source>
        <translation>Fisher 1936</translation>
    </message>
    <message>
        <source>Five layers of filters and three full ones; 15.3 per cent errors against 26.2 of the next best.</source>
        <translation>Five layers of filters and three full ones; 15.3 per cent errors against 26.2 of the next best.</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Flag</translation>
    </message>
    <message>
        <source>Flat high ground, a cliff, flat low ground: where gradients fade, only scaled steps keep their size.</source>
        <translation>Flat high ground, a cliff, flat low ground: where gradients fade, only scaled steps keep their size.</translation>
    </message>
    <message>
        <source>Flat, up, down, flat: two units that face each other make it.</source>
        <translation>Flat, up, down, flat: two units that face each other make it.</translation>
    </message>
    <message>
        <source>Flipped over its diagonal, for blame runs the other way: a unit collects from all that it fed, through the same weights.</source>
        <translation>Flipped over its diagonal, for blame runs the other way: a unit collects from all that it fed, through the same weights.</translation>
    </message>
    <message>
        <source>FluSeen</source>
        <translation>FluSeen</translation>
    </message>
    <message>
        <source>Fog</source>
        <translation>Fog</translation>
    </message>
    <message>
        <source>FogSeen</source>
        <translation>FogSeen</translation>
    </message>
    <message>
        <source>Fold the reason.</source>
        <translation>Fold the reason.</translation>
    </message>
    <message>
        <source>FoldMemory</source>
        <translation>FoldMemory</translation>
    </message>
    <message>
        <source>Folded {share} %.</source>
        <translation>Folded {share} %.</translation>
    </message>
    <message>
        <source>For `lock` and `cue`, beside the settings.</source>
        <translation>For `lock` and `cue`, beside the settings.</translation>
    </message>
    <message>
        <source>For `setup`, `set`, `lock` and `cue`.</source>
        <translation>For `setup`, `set`, `lock` and `cue`.</translation>
    </message>
    <message>
        <source>For paper: a page for each lesson, with a dare and a question to carry on; the answers come last.</source>
        <translation>For paper: a page for each lesson, with a dare and a question to carry on; the answers come last.</translation>
    </message>
    <message>
        <source>For the bias, 1 came in.</source>
        <translation>For the bias, 1 came in.</translation>
    </message>
    <message>
        <source>For the teacher: answers to Take it further</source>
        <translation>For the teacher: answers to Take it further</translation>
    </message>
    <message>
        <source>For {examples} examples, mean and single pass are at most {farthest} apart.</source>
        <translation>For {examples} examples, mean and single pass are at most {farthest} apart.</translation>
    </message>
    <message>
        <source>Forgets guesses, answers and finished lessons. Undo stands here afterwards.</source>
        <translation>Forgets guesses, answers and finished lessons. Undo stands here afterwards.</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formula</translation>
    </message>
    <message>
        <source>Formula of the landscape</source>
        <translation>Formula of the landscape</translation>
    </message>
    <message>
        <source>FormulaError</source>
        <translation>FormulaError</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Forward 1</source>
        <translation>Forward 1</translation>
    </message>
    <message>
        <source>Forward 2</source>
        <translation>Forward 2</translation>
    </message>
    <message>
        <source>Forward 3</source>
        <translation>Forward 3</translation>
    </message>
    <message>
        <source>Forward 4</source>
        <translation>Forward 4</translation>
    </message>
    <message>
        <source>Forward rule 1</source>
        <translation>Forward rule 1</translation>
    </message>
    <message>
        <source>Forward rule 2</source>
        <translation>Forward rule 2</translation>
    </message>
    <message>
        <source>Forward rule 3</source>
        <translation>Forward rule 3</translation>
    </message>
    <message>
        <source>Forward rule 4</source>
        <translation>Forward rule 4</translation>
    </message>
    <message>
        <source>Four beliefs about a table</source>
        <translation>Four beliefs about a table</translation>
    </message>
    <message>
        <source>Four bowls, one deeper than the rest: the nearest minimum is rarely the best.</source>
        <translation>Four bowls, one deeper than the rest: the nearest minimum is rarely the best.</translation>
    </message>
    <message>
        <source>Four contests from May 2011 to September 2012: writing, traffic signs, nerve cells and dividing cells.</source>
        <translation>Four contests from May 2011 to September 2012: writing, traffic signs, nerve cells and dividing cells.</translation>
    </message>
    <message>
        <source>Four hidden units</source>
        <translation>Four hidden units</translation>
    </message>
    <message>
        <source>Four minima, all equally deep: where you end depends on how you go.</source>
        <translation>Four minima, all equally deep: where you end depends on how you go.</translation>
    </message>
    <message>
        <source>Four moves on an axis: DNNresearch to Google, LeCun to Facebook, DeepMind to Google, Ng to Baidu.</source>
        <translation>Four moves on an axis: DNNresearch to Google, LeCun to Facebook, DeepMind to Google, Ng to Baidu.</translation>
    </message>
    <message>
        <source>Four slanted stripes: several parallel lines are needed.</source>
        <translation>Four slanted stripes: several parallel lines are needed.</translation>
    </message>
    <message>
        <source>Four small features chosen by a person, and below each where it is found in a digit.</source>
        <translation>Four small features chosen by a person, and below each where it is found in a digit.</translation>
    </message>
    <message>
        <source>Four stages that multiply what enters; below, how much the end depends on what enters each of them.</source>
        <translation>Four stages that multiply what enters; below, how much the end depends on what enters each of them.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Free some space, or choose another folder.</translation>
    </message>
    <message>
        <source>From all writers</source>
        <translation>From all writers</translation>
    </message>
    <message>
        <source>From here the picture of the surface is seen. Drag it round the map.</source>
        <translation>From here the picture of the surface is seen. Drag it round the map.</translation>
    </message>
    <message>
        <source>From its beginning; notes stay.</source>
        <translation>From its beginning; notes stay.</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>From the start</translation>
    </message>
    <message>
        <source>From unseen writers</source>
        <translation>From unseen writers</translation>
    </message>
    <message>
        <source>From λ = {price} on all are 0.</source>
        <translation>From λ = {price} on all are 0.</translation>
    </message>
    <message>
        <source>Fukushima 1969; Nair &amp; Hinton 2010</source>
        <translation>Fukushima 1969; Nair &amp; Hinton 2010</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Full speed</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>GTX 580</source>
        <translation>GTX 580</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Gates with the old start</source>
        <translation>Gates with the old start</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gaussian</translation>
    </message>
    <message>
        <source>Gaussian pair</source>
        <translation>Gaussian pair</translation>
    </message>
    <message>
        <source>Getting the engine ready</source>
        <translation>Getting the engine ready</translation>
    </message>
    <message>
        <source>Getting the engine ready {ready} of {total}</source>
        <translation>Getting the engine ready {ready} of {total}</translation>
    </message>
    <message>
        <source>Getting {doing} ready</source>
        <translation>Getting {doing} ready</translation>
    </message>
    <message>
        <source>GifMaker</source>
        <translation>GifMaker</translation>
    </message>
    <message>
        <source>Give every column the mean 0 and the spread 1: then one learning rate suits all of them.</source>
        <translation>Give every column the mean 0 and the spread 1: then one learning rate suits all of them.</translation>
    </message>
    <message>
        <source>Give {name} to the network as an input, or take it away.</source>
        <translation>Give {name} to the network as an input, or take it away.</translation>
    </message>
    <message>
        <source>Glance</source>
        <translation>Glance</translation>
    </message>
    <message>
        <source>Glance at {count}</source>
        <translation>Glance at {count}</translation>
    </message>
    <message>
        <source>GlanceArrow</source>
        <translation>GlanceArrow</translation>
    </message>
    <message>
        <source>Glances</source>
        <translation>Glances</translation>
    </message>
    <message>
        <source>Glances and slope</source>
        <translation>Glances and slope</translation>
    </message>
    <message>
        <source>Glances of other sizes</source>
        <translation>Glances of other sizes</translation>
    </message>
    <message>
        <source>GlancesSeen</source>
        <translation>GlancesSeen</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>Glorot &amp; Bengio 2010</source>
        <translation>Glorot &amp; Bengio 2010</translation>
    </message>
    <message>
        <source>Glorot &amp; Bengio 2010, equation 16</source>
        <translation>Glorot &amp; Bengio 2010, equation 16</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossary</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Go on without a guess; that is noted.</source>
        <translation>Go on without a guess; that is noted.</translation>
    </message>
    <message>
        <source>Go on without an answer.</source>
        <translation>Go on without an answer.</translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation>Go on.</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>Go to rule {number}: {title}</source>
        <translation>Go to rule {number}: {title}</translation>
    </message>
    <message>
        <source>Go to what was before.</source>
        <translation>Go to what was before.</translation>
    </message>
    <message>
        <source>Go to {event}</source>
        <translation>Go to {event}</translation>
    </message>
    <message>
        <source>Goes on with the tour.</source>
        <translation>Goes on with the tour.</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Gradient arrow</source>
        <translation>Gradient arrow</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>Gradient noise</translation>
    </message>
    <message>
        <source>Gradient, then jump</source>
        <translation>Gradient, then jump</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>Graphics cards</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Guess</translation>
    </message>
    <message>
        <source>Guess how many passes the full look needs when 8 at a time needs three. Then start the race.</source>
        <translation>Guess how many passes the full look needs when 8 at a time needs three. Then start the race.</translation>
    </message>
    <message>
        <source>Guess the best and the worst of twenty scores before you train them.</source>
        <translation>Guess the best and the worst of twenty scores before you train them.</translation>
    </message>
    <message>
        <source>Guess the order of the six. Then make the rate three times as large: who falls?</source>
        <translation>Guess the order of the six. Then make the rate three times as large: who falls?</translation>
    </message>
    <message>
        <source>Guesses</source>
        <translation>Guesses</translation>
    </message>
    <message>
        <source>Half a world</source>
        <translation>Half a world</translation>
    </message>
    <message>
        <source>Half for 80 updates, then nine tenths.</source>
        <translation>Half for 80 updates, then nine tenths.</translation>
    </message>
    <message>
        <source>Half of a hidden layer is ill, twenty times</source>
        <translation>Half of a hidden layer is ill, twenty times</translation>
    </message>
    <message>
        <source>Half of every step is kept.</source>
        <translation>Half of every step is kept.</translation>
    </message>
    <message>
        <source>Half of it after {half} {steps}</source>
        <translation>Half of it after {half} {steps}</translation>
    </message>
    <message>
        <source>Half-pipe</source>
        <translation>Half-pipe</translation>
    </message>
    <message>
        <source>Halve the lies. How much truth is enough for the new digits?</source>
        <translation>Halve the lies. How much truth is enough for the new digits?</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Handle {chosen_grip} of the line {w1} x + {w2} y + {b} = 0. {about}</source>
        <translation>Handle {chosen_grip} of the line {w1} x + {w2} y + {b} = 0. {about}</translation>
    </message>
    <message>
        <source>Hands its sum on. Layers of such units are together no more than one layer.</source>
        <translation>Hands its sum on. Layers of such units are together no more than one layer.</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>Handwritten digits</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>He, Zhang, Ren &amp; Sun 2015</source>
        <translation>He, Zhang, Ren &amp; Sun 2015</translation>
    </message>
    <message>
        <source>He, Zhang, Ren &amp; Sun 2015, equation 10</source>
        <translation>He, Zhang, Ren &amp; Sun 2015, equation 10</translation>
    </message>
    <message>
        <source>Heavy skiers</source>
        <translation>Heavy skiers</translation>
    </message>
    <message>
        <source>Height of the skier: the training loss</source>
        <translation>Height of the skier: the training loss</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>HelpPanel</source>
        <translation>HelpPanel</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Here a little: {plain} without, {dropped} with. Elsewhere it rises; what it is for is that no single unit matters.</source>
        <translation>Here a little: {plain} without, {dropped} with. Elsewhere it rises; what it is for is that no single unit matters.</translation>
    </message>
    <message>
        <source>Here numbers are told: nothing is simply right.</source>
        <translation>Here numbers are told: nothing is simply right.</translation>
    </message>
    <message>
        <source>Hidden layer that is shown</source>
        <translation>Hidden layer that is shown</translation>
    </message>
    <message>
        <source>Hidden layer {layer}: {came} of {units} came.</source>
        <translation>Hidden layer {layer}: {came} of {units} came.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Hidden layers</translation>
    </message>
    <message>
        <source>Hidden layers are whole numbers from 1 to {most_hidden_units} with blanks between, such as 4 2, not {word}.</source>
        <translation>Hidden layers are whole numbers from 1 to {most_hidden_units} with blanks between, such as 4 2, not {word}.</translation>
    </message>
    <message>
        <source>Hidden layers are whole numbers from 1 to {most} with blanks between, such as 64 64, not {word}.</source>
        <translation>Hidden layers are whole numbers from 1 to {most} with blanks between, such as 64 64, not {word}.</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Hidden units</translation>
    </message>
    <message>
        <source>Hide lane: {lane}</source>
        <translation>Hide lane: {lane}</translation>
    </message>
    <message>
        <source>Hide the line of {title}</source>
        <translation>Hide the line of {title}</translation>
    </message>
    <message>
        <source>Hide the machines</source>
        <translation>Hide the machines</translation>
    </message>
    <message>
        <source>Hide the winters</source>
        <translation>Hide the winters</translation>
    </message>
    <message>
        <source>Hide this line on the map.</source>
        <translation>Hide this line on the map.</translation>
    </message>
    <message>
        <source>Hide this racer in every picture.</source>
        <translation>Hide this racer in every picture.</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>Hide {name}</translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation>Hide {title}</translation>
    </message>
    <message>
        <source>Hides what a racer cannot know: all but the surroundings of the ball.</source>
        <translation>Hides what a racer cannot know: all but the surroundings of the ball.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Hilbert &amp; Cohn-Vossen 1932</source>
        <translation>Hilbert &amp; Cohn-Vossen 1932</translation>
    </message>
    <message>
        <source>Hills</source>
        <translation>Hills</translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Himmelblau 1972</source>
        <translation>Himmelblau 1972</translation>
    </message>
    <message>
        <source>Hinton et al. 2006</source>
        <translation>Hinton et al. 2006</translation>
    </message>
    <message>
        <source>Hinton et al. 2012; Srivastava et al. 2014</source>
        <translation>Hinton et al. 2012; Srivastava et al. 2014</translation>
    </message>
    <message>
        <source>Hinton's slide</source>
        <translation>Hinton's slide</translation>
    </message>
    <message>
        <source>Histograms of the sums in four layers: without normalising they drift to the edges, with it they stay alike.</source>
        <translation>Histograms of the sums in four layers: without normalising they drift to the edges, with it they stay alike.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Hoerl &amp; Kennard 1970; Krogh &amp; Hertz 1992</source>
        <translation>Hoerl &amp; Kennard 1970; Krogh &amp; Hertz 1992</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Hold the plane</source>
        <translation>Hold the plane</translation>
    </message>
    <message>
        <source>Hold the plane of the landscape</source>
        <translation>Hold the plane of the landscape</translation>
    </message>
    <message>
        <source>Holds the neuron where it is.</source>
        <translation>Holds the neuron where it is.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>HomePanel</source>
        <translation>HomePanel</translation>
    </message>
    <message>
        <source>How alike the units answer</source>
        <translation>How alike the units answer</translation>
    </message>
    <message>
        <source>How alike the units of a hidden layer answer</source>
        <translation>How alike the units of a hidden layer answer</translation>
    </message>
    <message>
        <source>How blame is passed back through layers.</source>
        <translation>How blame is passed back through layers.</translation>
    </message>
    <message>
        <source>How far a network steps along its slope.</source>
        <translation>How far a network steps along its slope.</translation>
    </message>
    <message>
        <source>How far a step goes for a given gradient. Default {default}: {origin}.</source>
        <translation>How far a step goes for a given gradient. Default {default}: {origin}.</translation>
    </message>
    <message>
        <source>How far apart the two halves are; it acts at once.</source>
        <translation>How far apart the two halves are; it acts at once.</translation>
    </message>
    <message>
        <source>How far do ten straight borders get in 64 dimensions?</source>
        <translation>How far do ten straight borders get in 64 dimensions?</translation>
    </message>
    <message>
        <source>How far each update goes. It acts at once, without a restart.</source>
        <translation>How far each update goes. It acts at once, without a restart.</translation>
    </message>
    <message>
        <source>How far every input is displaced.</source>
        <translation>How far every input is displaced.</translation>
    </message>
    <message>
        <source>How far every point is displaced; it acts at once.</source>
        <translation>How far every point is displaced; it acts at once.</translation>
    </message>
    <message>
        <source>How far examples are off the truth.</source>
        <translation>How far examples are off the truth.</translation>
    </message>
    <message>
        <source>How far one sees, as a share of the diagonal.</source>
        <translation>How far one sees, as a share of the diagonal.</translation>
    </message>
    <message>
        <source>How far the picture reaches from its middle; 1 is the length of a direction.</source>
        <translation>How far the picture reaches from its middle; 1 is the length of a direction.</translation>
    </message>
    <message>
        <source>How far the reading is</source>
        <translation>How far the reading is</translation>
    </message>
    <message>
        <source>How far the skier sees in the fog.</source>
        <translation>How far the skier sees in the fog.</translation>
    </message>
    <message>
        <source>How far the update goes. Everything after it is worked out again at once.</source>
        <translation>How far the update goes. Everything after it is worked out again at once.</translation>
    </message>
    <message>
        <source>How far the weights of the first layer have moved, as a share of how long they were.</source>
        <translation>How far the weights of the first layer have moved, as a share of how long they were.</translation>
    </message>
    <message>
        <source>How far your own landscape goes to each side of its centre.</source>
        <translation>How far your own landscape goes to each side of its centre.</translation>
    </message>
    <message>
        <source>How fast is too fast?</source>
        <translation>How fast is too fast?</translation>
    </message>
    <message>
        <source>How fast may a heavy skier set out?</source>
        <translation>How fast may a heavy skier set out?</translation>
    </message>
    <message>
        <source>How fast the run is shown</source>
        <translation>How fast the run is shown</translation>
    </message>
    <message>
        <source>How large the weights of the profile are before anything is learnt.</source>
        <translation>How large the weights of the profile are before anything is learnt.</translation>
    </message>
    <message>
        <source>How little of the slope a single example shows</source>
        <translation>How little of the slope a single example shows</translation>
    </message>
    <message>
        <source>How long the schedule counts as a whole run that is given as shares of one.</source>
        <translation>How long the schedule counts as a whole run that is given as shares of one.</translation>
    </message>
    <message>
        <source>How many answers a network can give.</source>
        <translation>How many answers a network can give.</translation>
    </message>
    <message>
        <source>How many bends does a wave need?</source>
        <translation>How many bends does a wave need?</translation>
    </message>
    <message>
        <source>How many examples each point of the picture meets: more are truer, fewer leave time for finer pictures.</source>
        <translation>How many examples each point of the picture meets: more are truer, fewer leave time for finer pictures.</translation>
    </message>
    <message>
        <source>How many examples each update looks at.</source>
        <translation>How many examples each update looks at.</translation>
    </message>
    <message>
        <source>How many examples each update looks at; at most all there are.</source>
        <translation>How many examples each update looks at; at most all there are.</translation>
    </message>
    <message>
        <source>How many examples every arm learns from.</source>
        <translation>How many examples every arm learns from.</translation>
    </message>
    <message>
        <source>How many examples go through together: the rows of all matrices but the weights.</source>
        <translation>How many examples go through together: the rows of all matrices but the weights.</translation>
    </message>
    <message>
        <source>How many gradients each racer may use.</source>
        <translation>How many gradients each racer may use.</translation>
    </message>
    <message>
        <source>How many hidden layers. The race is run with at most 40 of them.</source>
        <translation>How many hidden layers. The race is run with at most 40 of them.</translation>
    </message>
    <message>
        <source>How many inputs parity has.</source>
        <translation>How many inputs parity has.</translation>
    </message>
    <message>
        <source>How many mistakes until a perfect border?</source>
        <translation>How many mistakes until a perfect border?</translation>
    </message>
    <message>
        <source>How many networks learn side by side, from the same weights, with the same examples in the same order.</source>
        <translation>How many networks learn side by side, from the same weights, with the same examples in the same order.</translation>
    </message>
    <message>
        <source>How many networks train at once, alike but for their first weights; the first is the one you see.</source>
        <translation>How many networks train at once, alike but for their first weights; the first is the one you see.</translation>
    </message>
    <message>
        <source>How many points are drawn from the data set.</source>
        <translation>How many points are drawn from the data set.</translation>
    </message>
    <message>
        <source>How many race in the cloud.</source>
        <translation>How many race in the cloud.</translation>
    </message>
    <message>
        <source>How many sums of a layer lie where. Left and Right walk from layer to layer.</source>
        <translation>How many sums of a layer lie where. Left and Right walk from layer to layer.</translation>
    </message>
    <message>
        <source>How many times the network would have to be run.</source>
        <translation>How many times the network would have to be run.</translation>
    </message>
    <message>
        <source>How many training digits a glance takes in; at the right end all of them.</source>
        <translation>How many training digits a glance takes in; at the right end all of them.</translation>
    </message>
    <message>
        <source>How many units does it take?</source>
        <translation>How many units does it take?</translation>
    </message>
    <message>
        <source>How many units every hidden layer has.</source>
        <translation>How many units every hidden layer has.</translation>
    </message>
    <message>
        <source>How many untrained networks are asked.</source>
        <translation>How many untrained networks are asked.</translation>
    </message>
    <message>
        <source>How much may a curve bend for the sake of twelve points?</source>
        <translation>How much may a curve bend for the sake of twelve points?</translation>
    </message>
    <message>
        <source>How much momentum, and how soon?</source>
        <translation>How much momentum, and how soon?</translation>
    </message>
    <message>
        <source>How much more the data care for the second weight than for the first.</source>
        <translation>How much more the data care for the second weight than for the first.</translation>
    </message>
    <message>
        <source>How much of the class rests on a few stars?</source>
        <translation>How much of the class rests on a few stars?</translation>
    </message>
    <message>
        <source>How much of the error reaches the first layer?</source>
        <translation>How much of the error reaches the first layer?</translation>
    </message>
    <message>
        <source>How much of the last step is kept.</source>
        <translation>How much of the last step is kept.</translation>
    </message>
    <message>
        <source>How much of the slope does a glance show?</source>
        <translation>How much of the slope does a glance show?</translation>
    </message>
    <message>
        <source>How numbers come to fit data, other than by passing errors back.</source>
        <translation>How numbers come to fit data, other than by passing errors back.</translation>
    </message>
    <message>
        <source>How often every network sees all training digits.</source>
        <translation>How often every network sees all training digits.</translation>
    </message>
    <message>
        <source>How often the way forward and back is walked.</source>
        <translation>How often the way forward and back is walked.</translation>
    </message>
    <message>
        <source>How slowly the running mean of gradients forgets. Default 0.9: Kingma &amp; Ba 2015.</source>
        <translation>How slowly the running mean of gradients forgets. Default 0.9: Kingma &amp; Ba 2015.</translation>
    </message>
    <message>
        <source>How slowly the running mean of squared gradients forgets. Default 0.999: Kingma &amp; Ba 2015.</source>
        <translation>How slowly the running mean of squared gradients forgets. Default 0.999: Kingma &amp; Ba 2015.</translation>
    </message>
    <message>
        <source>How slowly the running mean of squared gradients forgets. Default {default}: {origin}.</source>
        <translation>How slowly the running mean of squared gradients forgets. Default {default}: {origin}.</translation>
    </message>
    <message>
        <source>How steep it is in this direction now.</source>
        <translation>How steep it is in this direction now.</translation>
    </message>
    <message>
        <source>How the ground bends at each racer: up in a valley, down on a ridge.</source>
        <translation>How the ground bends at each racer: up in a valley, down on a ridge.</translation>
    </message>
    <message>
        <source>How the weights are spread</source>
        <translation>How the weights are spread</translation>
    </message>
    <message>
        <source>How the weights are spread is hidden until you have guessed.</source>
        <translation>How the weights are spread is hidden until you have guessed.</translation>
    </message>
    <message>
        <source>How the weights are spread, or what the data and they cost.</source>
        <translation>How the weights are spread, or what the data and they cost.</translation>
    </message>
    <message>
        <source>How the weights of every arm are spread.</source>
        <translation>How the weights of every arm are spread.</translation>
    </message>
    <message>
        <source>How training is made to work</source>
        <translation>How training is made to work</translation>
    </message>
    <message>
        <source>How true is a glance at a few digits?</source>
        <translation>How true is a glance at a few digits?</translation>
    </message>
    <message>
        <source>How units are joined</source>
        <translation>How units are joined</translation>
    </message>
    <message>
        <source>How wide it starts, as a share of the domain.</source>
        <translation>How wide it starts, as a share of the domain.</translation>
    </message>
    <message>
        <source>IBM 704</source>
        <translation>IBM 704</translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation>Ideas</translation>
    </message>
    <message>
        <source>ImageNet contest, 2012</source>
        <translation>ImageNet contest, 2012</translation>
    </message>
    <message>
        <source>In the fog</source>
        <translation>In the fog</translation>
    </message>
    <message>
        <source>In the pictures, dashes are the weights that made the examples.</source>
        <translation>In the pictures, dashes are the weights that made the examples.</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>In turn</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In your own words</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>Input features</source>
        <translation>Input features</translation>
    </message>
    <message>
        <source>Input features are made of one or two inputs; these data have {shape}.</source>
        <translation>Input features are made of one or two inputs; these data have {shape}.</translation>
    </message>
    <message>
        <source>Input {input} of example {example}</source>
        <translation>Input {input} of example {example}</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Inputs</translation>
    </message>
    <message>
        <source>Inputs and weights are there. Step forward: each rule adds a matrix.</source>
        <translation>Inputs and weights are there. Step forward: each rule adds a matrix.</translation>
    </message>
    <message>
        <source>Integer</source>
        <translation>Integer</translation>
    </message>
    <message>
        <source>Ioffe &amp; Szegedy 2015</source>
        <translation>Ioffe &amp; Szegedy 2015</translation>
    </message>
    <message>
        <source>Is the number of ones odd? One wrong bit changes the answer; with two bits this is XOR.</source>
        <translation>Is the number of ones odd? One wrong bit changes the answer; with two bits this is XOR.</translation>
    </message>
    <message>
        <source>Is there a line that gets all of them right? Watch, or draw one.</source>
        <translation>Is there a line that gets all of them right? Watch, or draw one.</translation>
    </message>
    <message>
        <source>It cannot build on {id}, which is not earlier.</source>
        <translation>It cannot build on {id}, which is not earlier.</translation>
    </message>
    <message>
        <source>It curves down in every direction: things roll away.</source>
        <translation>It curves down in every direction: things roll away.</translation>
    </message>
    <message>
        <source>It curves up along one direction and down across it: there is a way out.</source>
        <translation>It curves up along one direction and down across it: there is a way out.</translation>
    </message>
    <message>
        <source>It curves up in every direction: things roll to the middle.</source>
        <translation>It curves up in every direction: things roll to the middle.</translation>
    </message>
    <message>
        <source>It does not curve: the slope stays what it is.</source>
        <translation>It does not curve: the slope stays what it is.</translation>
    </message>
    <message>
        <source>It does not race; click its mark.</source>
        <translation>It does not race; click its mark.</translation>
    </message>
    <message>
        <source>It ends in {until}, before it begins in {date}.</source>
        <translation>It ends in {until}, before it begins in {date}.</translation>
    </message>
    <message>
        <source>It goes on from the line as it is</source>
        <translation>It goes on from the line as it is</translation>
    </message>
    <message>
        <source>It has {inputs} inputs; the playground opens tables with up to two.</source>
        <translation>It has {inputs} inputs; the playground opens tables with up to two.</translation>
    </message>
    <message>
        <source>It helps the {name} by {size}.</source>
        <translation>It helps the {name} by {size}.</translation>
    </message>
    <message>
        <source>It hurts the {name} by {size}.</source>
        <translation>It hurts the {name} by {size}.</translation>
    </message>
    <message>
        <source>It is being measured.</source>
        <translation>It is being measured.</translation>
    </message>
    <message>
        <source>It is on the picture; draw again to change it. How sure are you?</source>
        <translation>It is on the picture; draw again to change it. How sure are you?</translation>
    </message>
    <message>
        <source>It is proved, and you can check every line yourself.</source>
        <translation>It is proved, and you can check every line yourself.</translation>
    </message>
    <message>
        <source>It is the slope of the loss by the output: for squared error, output minus target.</source>
        <translation>It is the slope of the loss by the output: for squared error, output minus target.</translation>
    </message>
    <message>
        <source>It is what people thought of other people's work. Nothing was measured.</source>
        <translation>It is what people thought of other people's work. Nothing was measured.</translation>
    </message>
    <message>
        <source>It is {confidence}, so 'doubt' must say what is not confirmed.</source>
        <translation>It is {confidence}, so 'doubt' must say what is not confirmed.</translation>
    </message>
    <message>
        <source>It opens after a question.</source>
        <translation>It opens after a question.</translation>
    </message>
    <message>
        <source>It opens with a guess.</source>
        <translation>It opens with a guess.</translation>
    </message>
    <message>
        <source>It opens with the goal.</source>
        <translation>It opens with the goal.</translation>
    </message>
    <message>
        <source>It was measured by the contest. With the supplied data only it was 16.4 %: ask which data.</source>
        <translation>It was measured by the contest. With the supplied data only it was 16.4 %: ask which data.</translation>
    </message>
    <message>
        <source>It was shown to you.</source>
        <translation>It was shown to you.</translation>
    </message>
    <message>
        <source>It was so from the first weights on.</source>
        <translation>It was so from the first weights on.</translation>
    </message>
    <message>
        <source>It was {answer} {unit}.</source>
        <translation>It was {answer} {unit}.</translation>
    </message>
    <message>
        <source>It was {answer}.</source>
        <translation>It was {answer}.</translation>
    </message>
    <message>
        <source>Its rule would have given:</source>
        <translation>Its rule would have given:</translation>
    </message>
    <message>
        <source>Its {passes} passes of pretraining a layer are not counted.</source>
        <translation>Its {passes} passes of pretraining a layer are not counted.</translation>
    </message>
    <message>
        <source>Ivakhnenko and Lapa, 1965.</source>
        <translation>Ivakhnenko and Lapa, 1965.</translation>
    </message>
    <message>
        <source>Jump, then correct</source>
        <translation>Jump, then correct</translation>
    </message>
    <message>
        <source>Jumps first, by μ = {mu} of its velocity: μ v = {jump}.</source>
        <translation>Jumps first, by μ = {mu} of its velocity: μ v = {jump}.</translation>
    </message>
    <message>
        <source>Jumps on {on}</source>
        <translation>Jumps on {on}</translation>
    </message>
    <message>
        <source>Keep these numbers until you close them.</source>
        <translation>Keep these numbers until you close them.</translation>
    </message>
    <message>
        <source>Keep this guess; you are not sure of it.</source>
        <translation>Keep this guess; you are not sure of it.</translation>
    </message>
    <message>
        <source>Keep this guess; you are sure of it.</source>
        <translation>Keep this guess; you are sure of it.</translation>
    </message>
    <message>
        <source>Keep your answer, and see one beside it.</source>
        <translation>Keep your answer, and see one beside it.</translation>
    </message>
    <message>
        <source>Keeps both the signals forward and the gradients backward at one size; made for tanh.</source>
        <translation>Keeps both the signals forward and the gradients backward at one size; made for tanh.</translation>
    </message>
    <message>
        <source>Keeps the division finite where gradients are tiny. Default {default}: {origin}.</source>
        <translation>Keeps the division finite where gradients are tiny. Default {default}: {origin}.</translation>
    </message>
    <message>
        <source>Keeps ρ = {hyper} of its mean of squares: its ruler per coordinate is</source>
        <translation>Keeps ρ = {hyper} of its mean of squares: its ruler per coordinate is</translation>
    </message>
    <message>
        <source>Kept for the test</source>
        <translation>Kept for the test</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernels</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Kingma &amp; Ba 2015</source>
        <translation>Kingma &amp; Ba 2015</translation>
    </message>
    <message>
        <source>Kingma &amp; Ba 2015, algorithm 1</source>
        <translation>Kingma &amp; Ba 2015, algorithm 1</translation>
    </message>
    <message>
        <source>Kink</source>
        <translation>Kink</translation>
    </message>
    <message>
        <source>Known are {variables}, + - * / ^, and {functions}.</source>
        <translation>Known are {variables}, + - * / ^, and {functions}.</translation>
    </message>
    <message>
        <source>L1 and L2 together</source>
        <translation>L1 and L2 together</translation>
    </message>
    <message>
        <source>L1 and its diamond</source>
        <translation>L1 and its diamond</translation>
    </message>
    <message>
        <source>L1 by</source>
        <translation>L1 by</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 penalty</translation>
    </message>
    <message>
        <source>L1 takes the same from each weight until nothing is left; L2 takes a share.</source>
        <translation>L1 takes the same from each weight until nothing is left; L2 takes a share.</translation>
    </message>
    <message>
        <source>L2 and its circle</source>
        <translation>L2 and its circle</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 penalty</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Lab</translation>
    </message>
    <message>
        <source>LabData</source>
        <translation>LabData</translation>
    </message>
    <message>
        <source>LabPanel</source>
        <translation>LabPanel</translation>
    </message>
    <message>
        <source>LabSnapshot</source>
        <translation>LabSnapshot</translation>
    </message>
    <message>
        <source>LabView</source>
        <translation>LabView</translation>
    </message>
    <message>
        <source>Labels are shuffled among the training digits; those of the test are true.</source>
        <translation>Labels are shuffled among the training digits; those of the test are true.</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Landscape along random directions</source>
        <translation>Landscape along random directions</translation>
    </message>
    <message>
        <source>Landscape along the main directions</source>
        <translation>Landscape along the main directions</translation>
    </message>
    <message>
        <source>LandscapeAsk</source>
        <translation>LandscapeAsk</translation>
    </message>
    <message>
        <source>LandscapePage</source>
        <translation>LandscapePage</translation>
    </message>
    <message>
        <source>LandscapeSeen</source>
        <translation>LandscapeSeen</translation>
    </message>
    <message>
        <source>LandscapeView</source>
        <translation>LandscapeView</translation>
    </message>
    <message>
        <source>LandscapeWatch</source>
        <translation>LandscapeWatch</translation>
    </message>
    <message>
        <source>Landscapes to begin with.</source>
        <translation>Landscapes to begin with.</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Lanes</translation>
    </message>
    <message>
        <source>Lang &amp; Witbrock 1988</source>
        <translation>Lang &amp; Witbrock 1988</translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation>Language, from the next start on</translation>
    </message>
    <message>
        <source>Large type and strong lines for a projector</source>
        <translation>Large type and strong lines for a projector</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>Largest first now; press to reverse.</source>
        <translation>Largest first now; press to reverse.</translation>
    </message>
    <message>
        <source>Last loss</source>
        <translation>Last loss</translation>
    </message>
    <message>
        <source>Later events are hidden.</source>
        <translation>Later events are hidden.</translation>
    </message>
    <message>
        <source>Lay the cards into the boxes.</source>
        <translation>Lay the cards into the boxes.</translation>
    </message>
    <message>
        <source>Layer {current} of {count}. {about}</source>
        <translation>Layer {current} of {count}. {about}</translation>
    </message>
    <message>
        <source>Layer {layer} is dead after {step} updates</source>
        <translation>Layer {layer} is dead after {step} updates</translation>
    </message>
    <message>
        <source>Layer {layer} needs weights of shape ({n_in}, {n_out}) and {n_out} biases.</source>
        <translation>Layer {layer} needs weights of shape ({n_in}, {n_out}) and {n_out} biases.</translation>
    </message>
    <message>
        <source>Layer {layer}: no sums.</source>
        <translation>Layer {layer}: no sums.</translation>
    </message>
    <message>
        <source>Layer {layer}: {share} % of its sums are above zero.</source>
        <translation>Layer {layer}: {share} % of its sums are above zero.</translation>
    </message>
    <message>
        <source>Layer {layer}: {share} of the error arrives (× {kept}).</source>
        <translation>Layer {layer}: {share} of the error arrives (× {kept}).</translation>
    </message>
    <message>
        <source>Layer {layer}: {share} of the error arrives (× {kept}); line: the gradient of its weights, {told}.</source>
        <translation>Layer {layer}: {share} of the error arrives (× {kept}); line: the gradient of its weights, {told}.</translation>
    </message>
    <message>
        <source>Layer {layer}: {share} of the error arrives.</source>
        <translation>Layer {layer}: {share} of the error arrives.</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>Layer {number}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Layers are 2 to {most} numbers, inputs first and outputs last, such as 3 5 2, not {words}.</source>
        <translation>Layers are 2 to {most} numbers, inputs first and outputs last, such as 3 5 2, not {words}.</translation>
    </message>
    <message>
        <source>Layers are whole numbers from 1 to {most_units} with blanks between, such as 3 5 2, not {word}.</source>
        <translation>Layers are whole numbers from 1 to {most_units} with blanks between, such as 3 5 2, not {word}.</translation>
    </message>
    <message>
        <source>Layers of 12, 8, 5, 4 and 2 candidates; in each, some are kept and feed the next, the others are dropped.</source>
        <translation>Layers of 12, 8, 5, 4 and 2 candidates; in each, some are kept and feed the next, the others are dropped.</translation>
    </message>
    <message>
        <source>Layers that grow one after another</source>
        <translation>Layers that grow one after another</translation>
    </message>
    <message>
        <source>Layers, their sums, one gate and the training take turns in a small window.</source>
        <translation>Layers, their sums, one gate and the training take turns in a small window.</translation>
    </message>
    <message>
        <source>LeCun</source>
        <translation>LeCun</translation>
    </message>
    <message>
        <source>LeCun 1989</source>
        <translation>LeCun 1989</translation>
    </message>
    <message>
        <source>LeCun, Bottou, Orr &amp; Müller 1998</source>
        <translation>LeCun, Bottou, Orr &amp; Müller 1998</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Leads to</translation>
    </message>
    <message>
        <source>Leaky</source>
        <translation>Leaky</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Learn</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Learned</translation>
    </message>
    <message>
        <source>LearnerBoard</source>
        <translation>LearnerBoard</translation>
    </message>
    <message>
        <source>LearnerRow</source>
        <translation>LearnerRow</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Learners</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Learning curve</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Learning rate</translation>
    </message>
    <message>
        <source>Learning rate and its limit</source>
        <translation>Learning rate and its limit</translation>
    </message>
    <message>
        <source>Learning rate {rate}.</source>
        <translation>Learning rate {rate}.</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Learning rates</translation>
    </message>
    <message>
        <source>Leave out {network}</source>
        <translation>Leave out {network}</translation>
    </message>
    <message>
        <source>Leave the claims</source>
        <translation>Leave the claims</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Leave the lesson</translation>
    </message>
    <message>
        <source>Leave the order</source>
        <translation>Leave the order</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Left and Right change the rate.</source>
        <translation>Left and Right change the rate.</translation>
    </message>
    <message>
        <source>Left and Right choose how many examples a glance takes in.</source>
        <translation>Left and Right choose how many examples a glance takes in.</translation>
    </message>
    <message>
        <source>Left and Right go from column to column, Up and Down from twin to twin, Enter loads one. A click does too.</source>
        <translation>Left and Right go from column to column, Up and Down from twin to twin, Enter loads one. A click does too.</translation>
    </message>
    <message>
        <source>Left and Right go from layer to layer. A click chooses one.</source>
        <translation>Left and Right go from layer to layer. A click chooses one.</translation>
    </message>
    <message>
        <source>Left and Right move along the price of a weight, Up and Down from weight to weight.</source>
        <translation>Left and Right move along the price of a weight, Up and Down from weight to weight.</translation>
    </message>
    <message>
        <source>Left and Right move the sum z, Page Up and Page Down by 1. Minus and Plus push an error of −1 or +1 back.</source>
        <translation>Left and Right move the sum z, Page Up and Page Down by 1. Minus and Plus push an error of −1 or +1 back.</translation>
    </message>
    <message>
        <source>Left and Right read off an epoch, Home and End go to the ends, L turns powers of ten on and off.</source>
        <translation>Left and Right read off an epoch, Home and End go to the ends, L turns powers of ten on and off.</translation>
    </message>
    <message>
        <source>Left and Right read off an epoch, Up and Down walk over the twins, Enter loads one. A click does too.</source>
        <translation>Left and Right read off an epoch, Up and Down walk over the twins, Enter loads one. A click does too.</translation>
    </message>
    <message>
        <source>Left and Right read off how many are away.</source>
        <translation>Left and Right read off how many are away.</translation>
    </message>
    <message>
        <source>Left and Right walk from class to class, Enter practises one.</source>
        <translation>Left and Right walk from class to class, Enter practises one.</translation>
    </message>
    <message>
        <source>Left and Right walk from class to class.</source>
        <translation>Left and Right walk from class to class.</translation>
    </message>
    <message>
        <source>Left and Right walk from digit to digit.</source>
        <translation>Left and Right walk from digit to digit.</translation>
    </message>
    <message>
        <source>Left and Right walk from layer to layer. Plus and Minus, or dragging the handle, change the number of layers.</source>
        <translation>Left and Right walk from layer to layer. Plus and Minus, or dragging the handle, change the number of layers.</translation>
    </message>
    <message>
        <source>Left and Right walk from network to network.</source>
        <translation>Left and Right walk from network to network.</translation>
    </message>
    <message>
        <source>Left and right go to the steps that you have met.</source>
        <translation>Left and right go to the steps that you have met.</translation>
    </message>
    <message>
        <source>Left the saddle: the loss is below {below}, a tenth of the way from the saddle to the nearest minimum.</source>
        <translation>Left the saddle: the loss is below {below}, a tenth of the way from the saddle to the nearest minimum.</translation>
    </message>
    <message>
        <source>Left the saddle: |y| is greater than {escape_y}.</source>
        <translation>Left the saddle: |y| is greater than {escape_y}.</translation>
    </message>
    <message>
        <source>Legendre 1805; Widrow &amp; Hoff 1960</source>
        <translation>Legendre 1805; Widrow &amp; Hoff 1960</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Lens</translation>
    </message>
    <message>
        <source>LensLayer</source>
        <translation>LensLayer</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lesson</translation>
    </message>
    <message>
        <source>Lesson {number}</source>
        <translation>Lesson {number}</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lessons</translation>
    </message>
    <message>
        <source>Lessons (*.zip *.md)</source>
        <translation>Lessons (*.zip *.md)</translation>
    </message>
    <message>
        <source>Lessons done</source>
        <translation>Lessons done</translation>
    </message>
    <message>
        <source>Lessons that ask before they tell. Begin at the violet one; any of them can be left at any time.</source>
        <translation>Lessons that ask before they tell. Begin at the violet one; any of them can be left at any time.</translation>
    </message>
    <message>
        <source>LessonsPanel</source>
        <translation>LessonsPanel</translation>
    </message>
    <message>
        <source>Let all weights be nudged.</source>
        <translation>Let all weights be nudged.</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>Let go of all</source>
        <translation>Let go of all</translation>
    </message>
    <message>
        <source>Let go of what is held by hand.</source>
        <translation>Let go of what is held by hand.</translation>
    </message>
    <message>
        <source>Let go of what is set by hand</source>
        <translation>Let go of what is set by hand</translation>
    </message>
    <message>
        <source>Let it try</source>
        <translation>Let it try</translation>
    </message>
    <message>
        <source>Let the flu come</source>
        <translation>Let the flu come</translation>
    </message>
    <message>
        <source>Let the flu in.</source>
        <translation>Let the flu in.</translation>
    </message>
    <message>
        <source>Let the landscape follow the network</source>
        <translation>Let the landscape follow the network</translation>
    </message>
    <message>
        <source>Let the neuron try</source>
        <translation>Let the neuron try</translation>
    </message>
    <message>
        <source>Lets what is positive through. A unit whose sum is always negative is dead: it never learns again.</source>
        <translation>Lets what is positive through. A unit whose sum is always negative is dead: it never learns again.</translation>
    </message>
    <message>
        <source>Level at its centre, down on both sides along y, without end: who finds the way off the ridge first?</source>
        <translation>Level at its centre, down on both sides along y, without end: who finds the way off the ridge first?</translation>
    </message>
    <message>
        <source>Lies</source>
        <translation>Lies</translation>
    </message>
    <message>
        <source>LiesSeen</source>
        <translation>LiesSeen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>Light, dark, high contrast</translation>
    </message>
    <message>
        <source>Lighthill</source>
        <translation>Lighthill</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Likeness</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Linear separability</source>
        <translation>Linear separability</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>Lines go to those who copy. Arrow keys walk from desk to desk.</source>
        <translation>Lines go to those who copy. Arrow keys walk from desk to desk.</translation>
    </message>
    <message>
        <source>Links with {group} are not followed; there are {value}.</source>
        <translation>Links with {group} are not followed; there are {value}.</translation>
    </message>
    <message>
        <source>Linnainmaa, 1970, to judge rounding errors.</source>
        <translation>Linnainmaa, 1970, to judge rounding errors.</translation>
    </message>
    <message>
        <source>Lisp machines</source>
        <translation>Lisp machines</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Loading momentum</source>
        <translation>Loading momentum</translation>
    </message>
    <message>
        <source>Locked: {reason}.</source>
        <translation>Locked: {reason}.</translation>
    </message>
    <message>
        <source>Long valley</source>
        <translation>Long valley</translation>
    </message>
    <message>
        <source>Look at this network.</source>
        <translation>Look at this network.</translation>
    </message>
    <message>
        <source>Looking for a line that separates the classes.</source>
        <translation>Looking for a line that separates the classes.</translation>
    </message>
    <message>
        <source>Looks ahead and reads the slope where it landed: g = {gradient}.</source>
        <translation>Looks ahead and reads the slope where it landed: g = {gradient}.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>Loss landscape</translation>
    </message>
    <message>
        <source>Loss landscape in space</source>
        <translation>Loss landscape in space</translation>
    </message>
    <message>
        <source>Loss landscape of the network</source>
        <translation>Loss landscape of the network</translation>
    </message>
    <message>
        <source>Loss of the data</source>
        <translation>Loss of the data</translation>
    </message>
    <message>
        <source>Loss of the twins</source>
        <translation>Loss of the twins</translation>
    </message>
    <message>
        <source>Loss on new points {new}, on those learned {old}.</source>
        <translation>Loss on new points {new}, on those learned {old}.</translation>
    </message>
    <message>
        <source>Loss, step by step</source>
        <translation>Loss, step by step</translation>
    </message>
    <message>
        <source>Lowest loss at w₁ {w1}, w₂ {w2}.</source>
        <translation>Lowest loss at w₁ {w1}, w₂ {w2}.</translation>
    </message>
    <message>
        <source>Maas, Hannun &amp; Ng 2013</source>
        <translation>Maas, Hannun &amp; Ng 2013</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Machines, money and moods</source>
        <translation>Machines, money and moods</translation>
    </message>
    <message>
        <source>Made with Nutshell</source>
        <translation>Made with Nutshell</translation>
    </message>
    <message>
        <source>Made with Nutshell. Guesses are no marks: a wrong one is where learning begins.</source>
        <translation>Made with Nutshell. Guesses are no marks: a wrong one is where learning begins.</translation>
    </message>
    <message>
        <source>Madsen</source>
        <translation>Madsen</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>Make the glance smaller, then the step larger. When does the skier lose his way?</source>
        <translation>Make the glance smaller, then the step larger. When does the skier lose his way?</translation>
    </message>
    <message>
        <source>Makes all numbers of every unit larger or smaller together: the border stays, the answers become surer.</source>
        <translation>Makes all numbers of every unit larger or smaller together: the border stays, the answers become surer.</translation>
    </message>
    <message>
        <source>Making the GIF</source>
        <translation>Making the GIF</translation>
    </message>
    <message>
        <source>Many valleys</source>
        <translation>Many valleys</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Map of the loss: low ground is good. Arrow keys move the start point, plus and minus zoom, 0 shows the whole domain.</source>
        <translation>Map of the loss: low ground is good. Arrow keys move the start point, plus and minus zoom, 0 shows the whole domain.</translation>
    </message>
    <message>
        <source>Map of the loss: low ground is good. Arrow keys or W, A, S and D move your skier, Shift makes a small step, Backspace takes one back.</source>
        <translation>Map of the loss: low ground is good. Arrow keys or W, A, S and D move your skier, Shift makes a small step, Backspace takes one back.</translation>
    </message>
    <message>
        <source>MasksSeen</source>
        <translation>MasksSeen</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>Matrices</translation>
    </message>
    <message>
        <source>Matrices, forward and backward</source>
        <translation>Matrices, forward and backward</translation>
    </message>
    <message>
        <source>Matrices, graph, rule and settings take turns in a small window.</source>
        <translation>Matrices, graph, rule and settings take turns in a small window.</translation>
    </message>
    <message>
        <source>McCormick</source>
        <translation>McCormick</translation>
    </message>
    <message>
        <source>McCormick 1976, {survey}</source>
        <translation>McCormick 1976, {survey}</translation>
    </message>
    <message>
        <source>McCulloch &amp; Pitts 1943</source>
        <translation>McCulloch &amp; Pitts 1943</translation>
    </message>
    <message>
        <source>McCulloch &amp; Pitts 1943; Rosenblatt 1958</source>
        <translation>McCulloch &amp; Pitts 1943; Rosenblatt 1958</translation>
    </message>
    <message>
        <source>Mean likeness of two units: {mean}.</source>
        <translation>Mean likeness of two units: {mean}.</translation>
    </message>
    <message>
        <source>Mean loss {loss}; ln {classes} is {known}.</source>
        <translation>Mean loss {loss}; ln {classes} is {known}.</translation>
    </message>
    <message>
        <source>Mean {mean} right, single ones {low} to {high}; chance is {chance}.</source>
        <translation>Mean {mean} right, single ones {low} to {high}; chance is {chance}.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Measures its own recent steps and needs no rate, but starts as slowly as ε says.</source>
        <translation>Measures its own recent steps and needs no rate, but starts as slowly as ε says.</translation>
    </message>
    <message>
        <source>Measures with its ruler per coordinate, unbiased: √v̂ = {ruler}.</source>
        <translation>Measures with its ruler per coordinate, unbiased: √v̂ = {ruler}.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Memory of gradients</source>
        <translation>Memory of gradients</translation>
    </message>
    <message>
        <source>Memory of squares</source>
        <translation>Memory of squares</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Minsky &amp; Papert 1969</source>
        <translation>Minsky &amp; Papert 1969</translation>
    </message>
    <message>
        <source>Minsky and Papert, 1969</source>
        <translation>Minsky and Papert, 1969</translation>
    </message>
    <message>
        <source>Mistakes and their bound</source>
        <translation>Mistakes and their bound</translation>
    </message>
    <message>
        <source>Mistakes in a pass</source>
        <translation>Mistakes in a pass</translation>
    </message>
    <message>
        <source>Mistakes stand here after the first pass.</source>
        <translation>Mistakes stand here after the first pass.</translation>
    </message>
    <message>
        <source>Mixes it into a mean of slopes, β₁ = {hyper}, unbiased: m̂ = {mean}.</source>
        <translation>Mixes it into a mean of slopes, β₁ = {hyper}, unbiased: m̂ = {mean}.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Model, map, pages and twins take turns in a small window</source>
        <translation>Model, map, pages and twins take turns in a small window</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Momentum curve</source>
        <translation>Momentum curve</translation>
    </message>
    <message>
        <source>Momentum over the steps</source>
        <translation>Momentum over the steps</translation>
    </message>
    <message>
        <source>Momentum rises in a staircase from one half towards its limit.</source>
        <translation>Momentum rises in a staircase from one half towards its limit.</translation>
    </message>
    <message>
        <source>Momentum schedule</source>
        <translation>Momentum schedule</translation>
    </message>
    <message>
        <source>Momentum that looks at the gradient where its velocity will carry it: jump first, then correct.</source>
        <translation>Momentum that looks at the gradient where its velocity will carry it: jump first, then correct.</translation>
    </message>
    <message>
        <source>Momentum {title}</source>
        <translation>Momentum {title}</translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation>Monkey saddle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>More of this arm</source>
        <translation>More of this arm</translation>
    </message>
    <message>
        <source>More than one run</source>
        <translation>More than one run</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>Move the point that the data want.</source>
        <translation>Move the point that the data want.</translation>
    </message>
    <message>
        <source>Move the slider that takes all numbers along.</source>
        <translation>Move the slider that takes all numbers along.</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Moving picture (GIF)</source>
        <translation>Moving picture (GIF)</translation>
    </message>
    <message>
        <source>Multiplies by the size of its own steps, √(u + ε) = {own}, and steps</source>
        <translation>Multiplies by the size of its own steps, √(u + ε) = {own}, and steps</translation>
    </message>
    <message>
        <source>Multiplies every racer's own learning rate.</source>
        <translation>Multiplies every racer's own learning rate.</translation>
    </message>
    <message>
        <source>Multiplies the learning rate of every learner.</source>
        <translation>Multiplies the learning rate of every learner.</translation>
    </message>
    <message>
        <source>Multiply rates by {value}</source>
        <translation>Multiply rates by {value}</translation>
    </message>
    <message>
        <source>Multiply-adds per second of four machines from 1958 to 2010 on a log axis.</source>
        <translation>Multiply-adds per second of four machines from 1958 to 2010 on a log axis.</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Nair &amp; Hinton 2010</source>
        <translation>Nair &amp; Hinton 2010</translation>
    </message>
    <message>
        <source>Names, words or years, such as 1989 or 1980s. Other events step back.</source>
        <translation>Names, words or years, such as 1989 or 1980s. Other events step back.</translation>
    </message>
    <message>
        <source>Narrow gap</source>
        <translation>Narrow gap</translation>
    </message>
    <message>
        <source>Near {place} the numbers of {title} grew too large along {name} to be computed.</source>
        <translation>Near {place} the numbers of {title} grew too large along {name} to be computed.</translation>
    </message>
    <message>
        <source>Nearly a bowl, a little dented: a gentle place for a first race.</source>
        <translation>Nearly a bowl, a little dented: a gentle place for a first race.</translation>
    </message>
    <message>
        <source>Nearly everything is kept, from the first step on.</source>
        <translation>Nearly everything is kept, from the first step on.</translation>
    </message>
    <message>
        <source>Neocognitron, 1979 and 1980.</source>
        <translation>Neocognitron, 1979 and 1980.</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Nesterov 1983; Sutskever et al. 2013, equations 3 and 4</source>
        <translation>Nesterov 1983; Sutskever et al. 2013, equations 3 and 4</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Network that is shown</source>
        <translation>Network that is shown</translation>
    </message>
    <message>
        <source>Network {number}</source>
        <translation>Network {number}</translation>
    </message>
    <message>
        <source>Network {number}: {score} right.</source>
        <translation>Network {number}: {score} right.</translation>
    </message>
    <message>
        <source>Network {number}: {share} right, loss {loss}.</source>
        <translation>Network {number}: {share} right, loss {loss}.</translation>
    </message>
    <message>
        <source>Network {number}: {state}, loss {loss}.</source>
        <translation>Network {number}: {state}, loss {loss}.</translation>
    </message>
    <message>
        <source>Network {sizes}{twin}</source>
        <translation>Network {sizes}{twin}</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Networks</translation>
    </message>
    <message>
        <source>Networks that feed back into themselves.</source>
        <translation>Networks that feed back into themselves.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>New points</source>
        <translation>New points</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>New rows</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>Next example</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Next lesson</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>Next theme</translation>
    </message>
    <message>
        <source>Ng</source>
        <translation>Ng</translation>
    </message>
    <message>
        <source>Nine tenths are kept, from the first step on.</source>
        <translation>Nine tenths are kept, from the first step on.</translation>
    </message>
    <message>
        <source>No class was asked yet.</source>
        <translation>No class was asked yet.</translation>
    </message>
    <message>
        <source>No curve to draw: nobody came past step 0.</source>
        <translation>No curve to draw: nobody came past step 0.</translation>
    </message>
    <message>
        <source>No curves yet.</source>
        <translation>No curves yet.</translation>
    </message>
    <message>
        <source>No digits to show.</source>
        <translation>No digits to show.</translation>
    </message>
    <message>
        <source>No event was found. Try a name, a word or a year such as 1989.</source>
        <translation>No event was found. Try a name, a word or a year such as 1989.</translation>
    </message>
    <message>
        <source>No guess. It was {answer}.</source>
        <translation>No guess. It was {answer}.</translation>
    </message>
    <message>
        <source>No layers yet.</source>
        <translation>No layers yet.</translation>
    </message>
    <message>
        <source>No learner is on.</source>
        <translation>No learner is on.</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>No line</translation>
    </message>
    <message>
        <source>No line gets more than three of the four groups right.</source>
        <translation>No line gets more than three of the four groups right.</translation>
    </message>
    <message>
        <source>No line gets more than {right} examples right: {accuracy} %.</source>
        <translation>No line gets more than {right} examples right: {accuracy} %.</translation>
    </message>
    <message>
        <source>No line parts these points. Which one would have to move?</source>
        <translation>No line parts these points. Which one would have to move?</translation>
    </message>
    <message>
        <source>No line separates these points. {sort} {best} of them right; the most that the rule had was {own}.</source>
        <translation>No line separates these points. {sort} {best} of them right; the most that the rule had was {own}.</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>No line yet</translation>
    </message>
    <message>
        <source>No network asked yet.</source>
        <translation>No network asked yet.</translation>
    </message>
    <message>
        <source>No network has arrived yet.</source>
        <translation>No network has arrived yet.</translation>
    </message>
    <message>
        <source>No network takes part.</source>
        <translation>No network takes part.</translation>
    </message>
    <message>
        <source>No phases</source>
        <translation>No phases</translation>
    </message>
    <message>
        <source>No points yet.</source>
        <translation>No points yet.</translation>
    </message>
    <message>
        <source>No rule has been applied yet. Arrow keys go from rule to rule.</source>
        <translation>No rule has been applied yet. Arrow keys go from rule to rule.</translation>
    </message>
    <message>
        <source>No step shows the claim {claim}.</source>
        <translation>No step shows the claim {claim}.</translation>
    </message>
    <message>
        <source>No step to show</source>
        <translation>No step to show</translation>
    </message>
    <message>
        <source>No straight line separates the four points of XOR.</source>
        <translation>No straight line separates the four points of XOR.</translation>
    </message>
    <message>
        <source>No twins yet</source>
        <translation>No twins yet</translation>
    </message>
    <message>
        <source>No unit of layer {layer} answers any of the {count} training examples: no gradient passes it, and the weights up to it stand still.</source>
        <translation>No unit of layer {layer} answers any of the {count} training examples: no gradient passes it, and the weights up to it stand still.</translation>
    </message>
    <message>
        <source>No weights yet.</source>
        <translation>No weights yet.</translation>
    </message>
    <message>
        <source>No: {plain} without, {dropped} with. What falls is what is lost with single units; understudies are alike.</source>
        <translation>No: {plain} without, {dropped} with. What falls is what is lost with single units; understudies are alike.</translation>
    </message>
    <message>
        <source>Nobody has begun.</source>
        <translation>Nobody has begun.</translation>
    </message>
    <message>
        <source>Nobody sees the whole landscape. Ski yourself: arrow keys step, Backspace takes a step back.</source>
        <translation>Nobody sees the whole landscape. Ski yourself: arrow keys step, Backspace takes a step back.</translation>
    </message>
    <message>
        <source>Nobody was sent home yet.</source>
        <translation>Nobody was sent home yet.</translation>
    </message>
    <message>
        <source>Noise, and dropout against it</source>
        <translation>Noise, and dropout against it</translation>
    </message>
    <message>
        <source>Noisy moons</source>
        <translation>Noisy moons</translation>
    </message>
    <message>
        <source>Noisy slopes, a running mean that starts too low, and the corrected mean that is right from the first step.</source>
        <translation>Noisy slopes, a running mean that starts too low, and the corrected mean that is right from the first step.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Not compared yet.</source>
        <translation>Not compared yet.</translation>
    </message>
    <message>
        <source>Not confirmed by a source that was looked at.</source>
        <translation>Not confirmed by a source that was looked at.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Not reckoned yet.</source>
        <translation>Not reckoned yet.</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>Notes for teachers</source>
        <translation>Notes for teachers</translation>
    </message>
    <message>
        <source>Nothing has been learned yet.</source>
        <translation>Nothing has been learned yet.</translation>
    </message>
    <message>
        <source>Nothing is charged for weights yet.</source>
        <translation>Nothing is charged for weights yet.</translation>
    </message>
    <message>
        <source>Nothing is computed: outputs of this layer are inputs of the next.</source>
        <translation>Nothing is computed: outputs of this layer are inputs of the next.</translation>
    </message>
    <message>
        <source>Nothing is computed: what has arrived is handed to the function before.</source>
        <translation>Nothing is computed: what has arrived is handed to the function before.</translation>
    </message>
    <message>
        <source>Nothing is reckoned yet: there are inputs, targets and weights.</source>
        <translation>Nothing is reckoned yet: there are inputs, targets and weights.</translation>
    </message>
    <message>
        <source>Nothing is reckoned: it is the same matrix.</source>
        <translation>Nothing is reckoned: it is the same matrix.</translation>
    </message>
    <message>
        <source>Nothing of the error comes back</source>
        <translation>Nothing of the error comes back</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Nothing to show yet.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nothing was found</translation>
    </message>
    <message>
        <source>Nothing yet. What you guess and find out in a lesson is noted here, on this machine and nowhere else.</source>
        <translation>Nothing yet. What you guess and find out in a lesson is noted here, on this machine and nowhere else.</translation>
    </message>
    <message>
        <source>Novikoff 1962</source>
        <translation>Novikoff 1962</translation>
    </message>
    <message>
        <source>Now change: {control}.</source>
        <translation>Now change: {control}.</translation>
    </message>
    <message>
        <source>Now it is your turn.</source>
        <translation>Now it is your turn.</translation>
    </message>
    <message>
        <source>Now, and only now, something is learned: the optimizer takes a step against the slopes.</source>
        <translation>Now, and only now, something is learned: the optimizer takes a step against the slopes.</translation>
    </message>
    <message>
        <source>Nudge each weight and bias up and down</source>
        <translation>Nudge each weight and bias up and down</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>Numbers are never simply right: see how near the twins come.</source>
        <translation>Numbers are never simply right: see how near the twins come.</translation>
    </message>
    <message>
        <source>Numbers here have left the finite ones; there is nothing to compare.</source>
        <translation>Numbers here have left the finite ones; there is nothing to compare.</translation>
    </message>
    <message>
        <source>Nutshell</source>
        <translation>Nutshell</translation>
    </message>
    <message>
        <source>Nutshell: report</source>
        <translation>Nutshell: report</translation>
    </message>
    <message>
        <source>Nutshell: worksheets</source>
        <translation>Nutshell: worksheets</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>OR</translation>
    </message>
    <message>
        <source>Of all directions a picture has room for two: those in which the network moved most, or two at random.</source>
        <translation>Of all directions a picture has room for two: those in which the network moved most, or two at random.</translation>
    </message>
    <message>
        <source>Of {sent} that is sent back, {arrived} arrives.</source>
        <translation>Of {sent} that is sent back, {arrived} arrives.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Off the plane</source>
        <translation>Off the plane</translation>
    </message>
    <message>
        <source>Offset {offset}: {readout}</source>
        <translation>Offset {offset}: {readout}</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>On the map: pale where all twins give the same answer, violet where their answers differ most.</source>
        <translation>On the map: pale where all twins give the same answer, violet where their answers differ most.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>One activation for each hidden layer, such as tanh relu; empty: the same for all.</source>
        <translation>One activation for each hidden layer, such as tanh relu; empty: the same for all.</translation>
    </message>
    <message>
        <source>One arm less</source>
        <translation>One arm less</translation>
    </message>
    <message>
        <source>One arm more</source>
        <translation>One arm more</translation>
    </message>
    <message>
        <source>One bar for each column of the table. The arrow keys read off one after the other.</source>
        <translation>One bar for each column of the table. The arrow keys read off one after the other.</translation>
    </message>
    <message>
        <source>One class</source>
        <translation>One class</translation>
    </message>
    <message>
        <source>One class only</source>
        <translation>One class only</translation>
    </message>
    <message>
        <source>One corner against three: a single line does it.</source>
        <translation>One corner against three: a single line does it.</translation>
    </message>
    <message>
        <source>One dot for every draw. Left and Right go from draw to draw.</source>
        <translation>One dot for every draw. Left and Right go from draw to draw.</translation>
    </message>
    <message>
        <source>One example as a graph of single numbers, forward and back.</source>
        <translation>One example as a graph of single numbers, forward and back.</translation>
    </message>
    <message>
        <source>One film is being made already; wait for it, or cancel it.</source>
        <translation>One film is being made already; wait for it, or cancel it.</translation>
    </message>
    <message>
        <source>One gate</source>
        <translation>One gate</translation>
    </message>
    <message>
        <source>One in a thousand, on average</source>
        <translation>One in a thousand, on average</translation>
    </message>
    <message>
        <source>One more step on this class</source>
        <translation>One more step on this class</translation>
    </message>
    <message>
        <source>One neuron</source>
        <translation>One neuron</translation>
    </message>
    <message>
        <source>One number is set by hand, in {where}.</source>
        <translation>One number is set by hand, in {where}.</translation>
    </message>
    <message>
        <source>One output for each class: where do they meet?</source>
        <translation>One output for each class: where do they meet?</translation>
    </message>
    <message>
        <source>One pass against all classes</source>
        <translation>One pass against all classes</translation>
    </message>
    <message>
        <source>One perceptron on a large table</source>
        <translation>One perceptron on a large table</translation>
    </message>
    <message>
        <source>One point far out on the right side</source>
        <translation>One point far out on the right side</translation>
    </message>
    <message>
        <source>One point has</source>
        <translation>One point has</translation>
    </message>
    <message>
        <source>One ruler per direction</source>
        <translation>One ruler per direction</translation>
    </message>
    <message>
        <source>One run proves little. Twins differ from it in their first weights and in nothing else: let them learn too, and count.</source>
        <translation>One run proves little. Twins differ from it in their first weights and in nothing else: let them learn too, and count.</translation>
    </message>
    <message>
        <source>One small filter for every place of a picture.</source>
        <translation>One small filter for every place of a picture.</translation>
    </message>
    <message>
        <source>One star of {units} pupils gives {share} of what is copied.</source>
        <translation>One star of {units} pupils gives {share} of what is copied.</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>One step</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>One step back; Left does the same.</source>
        <translation>One step back; Left does the same.</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>One step forward</translation>
    </message>
    <message>
        <source>One step forward; Right does the same.</source>
        <translation>One step forward; Right does the same.</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>One unit</translation>
    </message>
    <message>
        <source>One unit finds a line</source>
        <translation>One unit finds a line</translation>
    </message>
    <message>
        <source>One unit has no loss that all its rules share; let it stop after an epoch, or all right.</source>
        <translation>One unit has no loss that all its rules share; let it stop after an epoch, or all right.</translation>
    </message>
    <message>
        <source>One unit here has two inputs; these points have {shape}.</source>
        <translation>One unit here has two inputs; these points have {shape}.</translation>
    </message>
    <message>
        <source>One unit on XOR</source>
        <translation>One unit on XOR</translation>
    </message>
    <message>
        <source>One unit tells two classes in the plane apart; {title} is for a network.</source>
        <translation>One unit tells two classes in the plane apart; {title} is for a network.</translation>
    </message>
    <message>
        <source>One unit tells two classes of the plane apart; a network learns this table.</source>
        <translation>One unit tells two classes of the plane apart; a network learns this table.</translation>
    </message>
    <message>
        <source>One unit with three learning rules, or a network with hidden layers.</source>
        <translation>One unit with three learning rules, or a network with hidden layers.</translation>
    </message>
    <message>
        <source>One unit, 100,000 rows</source>
        <translation>One unit, 100,000 rows</translation>
    </message>
    <message>
        <source>One wave to be drawn by a sum of bends.</source>
        <translation>One wave to be drawn by a sum of bends.</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>One weight</translation>
    </message>
    <message>
        <source>One weight made larger</source>
        <translation>One weight made larger</translation>
    </message>
    <message>
        <source>OneClassSeen</source>
        <translation>OneClassSeen</translation>
    </message>
    <message>
        <source>Only a file of this computer can be opened: save it first, then drop it here.</source>
        <translation>Only a file of this computer can be opened: save it first, then drop it here.</translation>
    </message>
    <message>
        <source>Only mistakes change it. If a line separates the classes it finds one; if none does it never settles.</source>
        <translation>Only mistakes change it. If a line separates the classes it finds one; if none does it never settles.</translation>
    </message>
    <message>
        <source>Only the first {seen} files are read.</source>
        <translation>Only the first {seen} files are read.</translation>
    </message>
    <message>
        <source>Only the labels of two classes can be swapped.</source>
        <translation>Only the labels of two classes can be swapped.</translation>
    </message>
    <message>
        <source>Only the values change, not the shape. The z of every cell is kept for the way back.</source>
        <translation>Only the values change, not the shape. The z of every cell is kept for the way back.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation>Open CSV</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Open a folder</translation>
    </message>
    <message>
        <source>Open a folder of lessons</source>
        <translation>Open a folder of lessons</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Open a table</translation>
    </message>
    <message>
        <source>Open an event.</source>
        <translation>Open an event.</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>Open another</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Open in the browser</translation>
    </message>
    <message>
        <source>Open lessons</source>
        <translation>Open lessons</translation>
    </message>
    <message>
        <source>Open points from a file</source>
        <translation>Open points from a file</translation>
    </message>
    <message>
        <source>Open text, guess and goals.</source>
        <translation>Open text, guess and goals.</translation>
    </message>
    <message>
        <source>Open the correlations.</source>
        <translation>Open the correlations.</translation>
    </message>
    <message>
        <source>Open the event</source>
        <translation>Open the event</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Open the source</translation>
    </message>
    <message>
        <source>Open this lesson.</source>
        <translation>Open this lesson.</translation>
    </message>
    <message>
        <source>Open timeline</source>
        <translation>Open timeline</translation>
    </message>
    <message>
        <source>Open your own lessons</source>
        <translation>Open your own lessons</translation>
    </message>
    <message>
        <source>Opens the lesson about what one line cannot do.</source>
        <translation>Opens the lesson about what one line cannot do.</translation>
    </message>
    <message>
        <source>Opens the panel with these settings.</source>
        <translation>Opens the panel with these settings.</translation>
    </message>
    <message>
        <source>Opens the playground with two hidden neurons and the same points.</source>
        <translation>Opens the playground with two hidden neurons and the same points.</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Opposite corners belong together: no line gets more than three of four right.</source>
        <translation>Opposite corners belong together: no line gets more than three of four right.</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>Optimization</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimizer</translation>
    </message>
    <message>
        <source>Optimizer race</source>
        <translation>Optimizer race</translation>
    </message>
    <message>
        <source>Order of the points</source>
        <translation>Order of the points</translation>
    </message>
    <message>
        <source>Order of the two moves</source>
        <translation>Order of the two moves</translation>
    </message>
    <message>
        <source>Order to find</source>
        <translation>Order to find</translation>
    </message>
    <message>
        <source>Other digits for the test, or another table of the same kind.</source>
        <translation>Other digits for the test, or another table of the same kind.</translation>
    </message>
    <message>
        <source>Other random numbers; key N.</source>
        <translation>Other random numbers; key N.</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Ours</translation>
    </message>
    <message>
        <source>Ours, after the plateau in Dettmers 2015</source>
        <translation>Ours, after the plateau in Dettmers 2015</translation>
    </message>
    <message>
        <source>Outlier</source>
        <translation>Outlier</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>Output minus target</source>
        <translation>Output minus target</translation>
    </message>
    <message>
        <source>Output: here the error comes in.</source>
        <translation>Output: here the error comes in.</translation>
    </message>
    <message>
        <source>Over {seeds} seeds layer 1 gets from {low} to {high}.</source>
        <translation>Over {seeds} seeds layer 1 gets from {low} to {high}.</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Own data are points with answers, not {value}.</source>
        <translation>Own data are points with answers, not {value}.</translation>
    </message>
    <message>
        <source>Own lessons</source>
        <translation>Own lessons</translation>
    </message>
    <message>
        <source>Own points must be finite numbers.</source>
        <translation>Own points must be finite numbers.</translation>
    </message>
    <message>
        <source>Own points need one or two coordinates each, and one answer each.</source>
        <translation>Own points need one or two coordinates each, and one answer each.</translation>
    </message>
    <message>
        <source>PDF to print</source>
        <translation>PDF to print</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Pages of the lab</source>
        <translation>Pages of the lab</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Panels and everything else that can be done</source>
        <translation>Panels and everything else that can be done</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>Parity</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Parts of the page</translation>
    </message>
    <message>
        <source>Pass by pass</source>
        <translation>Pass by pass</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>Past slopes added up, 1 / (1 − momentum)</source>
        <translation>Past slopes added up, 1 / (1 − momentum)</translation>
    </message>
    <message>
        <source>Past slopes that momentum adds up</source>
        <translation>Past slopes that momentum adds up</translation>
    </message>
    <message>
        <source>PastArm</source>
        <translation>PastArm</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Path of</source>
        <translation>Path of</translation>
    </message>
    <message>
        <source>PathSeen</source>
        <translation>PathSeen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>Penalties</translation>
    </message>
    <message>
        <source>Penalties on digits</source>
        <translation>Penalties on digits</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Penalty</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Pencil</translation>
    </message>
    <message>
        <source>Pentium 4, 3 GHz</source>
        <translation>Pentium 4, 3 GHz</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>Perceptron</translation>
    </message>
    <message>
        <source>Perceptron rule</source>
        <translation>Perceptron rule</translation>
    </message>
    <message>
        <source>Perceptrons</source>
        <translation>Perceptrons</translation>
    </message>
    <message>
        <source>Phase {index} of {count}</source>
        <translation>Phase {index} of {count}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Picture, paths or the whole race, for slides and notes.</source>
        <translation>Picture, paths or the whole race, for slides and notes.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Pictures of the weights</source>
        <translation>Pictures of the weights</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Pink: downhill, as the racer reads it. Green: its next step. Directions are true, lengths are evened out.</source>
        <translation>Pink: downhill, as the racer reads it. Green: its next step. Directions are true, lengths are evened out.</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Plain descent.</source>
        <translation>Plain descent.</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Plane</translation>
    </message>
    <message>
        <source>Planes of cells that become smaller, in turn looking for features and forgiving their place.</source>
        <translation>Planes of cells that become smaller, in turn looking for features and forgiving their place.</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>Plateau</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>Play the phases</source>
        <translation>Play the phases</translation>
    </message>
    <message>
        <source>Play, step back, drag along the bar. The same bar is on every panel; Ctrl+K finds everything else.</source>
        <translation>Play, step back, drag along the bar. The same bar is on every panel; Ctrl+K finds everything else.</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Playground's constants</source>
        <translation>Playground's constants</translation>
    </message>
    <message>
        <source>PlaygroundPanel</source>
        <translation>PlaygroundPanel</translation>
    </message>
    <message>
        <source>Plus and Minus zoom, 0 shows the usual span, Left and Right walk along the path, Home and End go to its ends, Escape comes back.</source>
        <translation>Plus and Minus zoom, 0 shows the usual span, Left and Right walk along the path, Home and End go to its ends, Escape comes back.</translation>
    </message>
    <message>
        <source>Point at a node: its sums stand below. Drag or turn the wheel where the graph is larger than its place.</source>
        <translation>Point at a node: its sums stand below. Drag or turn the wheel where the graph is larger than its place.</translation>
    </message>
    <message>
        <source>Point at a number for its sum. Type one: the rest follows.</source>
        <translation>Point at a number for its sum. Type one: the rest follows.</translation>
    </message>
    <message>
        <source>Point at a unit to read its heaviest weights: for all of them there is no room.</source>
        <translation>Point at a unit to read its heaviest weights: for all of them there is no room.</translation>
    </message>
    <message>
        <source>Point {index}</source>
        <translation>Point {index}</translation>
    </message>
    <message>
        <source>Point {index} of {points}</source>
        <translation>Point {index} of {points}</translation>
    </message>
    <message>
        <source>Point {number} of {count}: step {step}, {value}.</source>
        <translation>Point {number} of {count}: step {step}, {value}.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Points as TensorFlow Playground makes them, for the sets that it has.</source>
        <translation>Points as TensorFlow Playground makes them, for the sets that it has.</translation>
    </message>
    <message>
        <source>Points drawn with</source>
        <translation>Points drawn with</translation>
    </message>
    <message>
        <source>Points far on the right side no longer pull, because the curve is flat there.</source>
        <translation>Points far on the right side no longer pull, because the curve is flat there.</translation>
    </message>
    <message>
        <source>Points inside a circle with a free street between two classes; the mistakes made are far fewer than the bound.</source>
        <translation>Points inside a circle with a free street between two classes; the mistakes made are far fewer than the bound.</translation>
    </message>
    <message>
        <source>Points must be finite numbers.</source>
        <translation>Points must be finite numbers.</translation>
    </message>
    <message>
        <source>Points need the shape (n, inputs) and one class for each of them.</source>
        <translation>Points need the shape (n, inputs) and one class for each of them.</translation>
    </message>
    <message>
        <source>Points need x, a list of pairs of numbers, and as many answers.</source>
        <translation>Points need x, a list of pairs of numbers, and as many answers.</translation>
    </message>
    <message>
        <source>Points of this lesson</source>
        <translation>Points of this lesson</translation>
    </message>
    <message>
        <source>Polyak 1964; Sutskever et al. 2013, equations 1 and 2</source>
        <translation>Polyak 1964; Sutskever et al. 2013, equations 1 and 2</translation>
    </message>
    <message>
        <source>Powers of ten on the axis of counts.</source>
        <translation>Powers of ten on the axis of counts.</translation>
    </message>
    <message>
        <source>Powers of ten on the axis of values.</source>
        <translation>Powers of ten on the axis of values.</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Practise again</translation>
    </message>
    <message>
        <source>Practise the {digit}</source>
        <translation>Practise the {digit}</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Presentation</translation>
    </message>
    <message>
        <source>Press Glance to take a hundred batches.</source>
        <translation>Press Glance to take a hundred batches.</translation>
    </message>
    <message>
        <source>Press Play and watch.</source>
        <translation>Press Play and watch.</translation>
    </message>
    <message>
        <source>Press Step, one rule at a time.</source>
        <translation>Press Step, one rule at a time.</translation>
    </message>
    <message>
        <source>Press on the map and move: points of the chosen class appear.</source>
        <translation>Press on the map and move: points of the chosen class appear.</translation>
    </message>
    <message>
        <source>Pretraining layer {layer} of {layers}</source>
        <translation>Pretraining layer {layer} of {layers}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Progress cannot be stored ({why}); it is kept while the program runs.</source>
        <translation>Progress cannot be stored ({why}); it is kept while the program runs.</translation>
    </message>
    <message>
        <source>Progress is kept of up to {most_lessons} lessons.</source>
        <translation>Progress is kept of up to {most_lessons} lessons.</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Promises, money, winters.</source>
        <translation>Promises, money, winters.</translation>
    </message>
    <message>
        <source>Punch cards with a mark at the left or at the right go through a machine that says which.</source>
        <translation>Punch cards with a mark at the left or at the right go through a machine that says which.</translation>
    </message>
    <message>
        <source>Punishes large errors most. Behind a saturated sigmoid its gradient vanishes, however wrong the output.</source>
        <translation>Punishes large errors most. Behind a saturated sigmoid its gradient vanishes, however wrong the output.</translation>
    </message>
    <message>
        <source>Pupil {unit}</source>
        <translation>Pupil {unit}</translation>
    </message>
    <message>
        <source>Pupil {unit} of hidden layer {layer}</source>
        <translation>Pupil {unit} of hidden layer {layer}</translation>
    </message>
    <message>
        <source>Push +1 back</source>
        <translation>Push +1 back</translation>
    </message>
    <message>
        <source>Push +1 through the gate</source>
        <translation>Push +1 through the gate</translation>
    </message>
    <message>
        <source>Push −1 back</source>
        <translation>Push −1 back</translation>
    </message>
    <message>
        <source>Push −1 through the gate</source>
        <translation>Push −1 through the gate</translation>
    </message>
    <message>
        <source>Put my line away</source>
        <translation>Put my line away</translation>
    </message>
    <message>
        <source>Put six systems in order</source>
        <translation>Put six systems in order</translation>
    </message>
    <message>
        <source>Puts all of them on the clipboard.</source>
        <translation>Puts all of them on the clipboard.</translation>
    </message>
    <message>
        <source>Puts the smallest result first.</source>
        <translation>Puts the smallest result first.</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>PyTorch and Keras store the look-ahead point instead of θ.</source>
        <translation>PyTorch and Keras store the look-ahead point instead of θ.</translation>
    </message>
    <message>
        <source>PyTorch keeps η outside the velocity: the same path while η is constant.</source>
        <translation>PyTorch keeps η outside the velocity: the same path while η is constant.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>RMSprop with momentum, and with the bias of the first steps taken out.</source>
        <translation>RMSprop with momentum, and with the bias of the first steps taken out.</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Race</translation>
    </message>
    <message>
        <source>Race again</source>
        <translation>Race again</translation>
    </message>
    <message>
        <source>Race on this surface</source>
        <translation>Race on this surface</translation>
    </message>
    <message>
        <source>RacePanel</source>
        <translation>RacePanel</translation>
    </message>
    <message>
        <source>RaceSnapshot</source>
        <translation>RaceSnapshot</translation>
    </message>
    <message>
        <source>RaceState</source>
        <translation>RaceState</translation>
    </message>
    <message>
        <source>RaceView</source>
        <translation>RaceView</translation>
    </message>
    <message>
        <source>Racer</source>
        <translation>Racer</translation>
    </message>
    <message>
        <source>Races</source>
        <translation>Races</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Ramp</translation>
    </message>
    <message>
        <source>RampArm</source>
        <translation>RampArm</translation>
    </message>
    <message>
        <source>RampSeen</source>
        <translation>RampSeen</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Random</translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation>Rastrigin</translation>
    </message>
    <message>
        <source>Rastrigin 1974, {survey}</source>
        <translation>Rastrigin 1974, {survey}</translation>
    </message>
    <message>
        <source>Rate in the bowl</source>
        <translation>Rate in the bowl</translation>
    </message>
    <message>
        <source>Rate in the pipe</source>
        <translation>Rate in the pipe</translation>
    </message>
    <message>
        <source>Rate {rate}, above the limit {limit}.</source>
        <translation>Rate {rate}, above the limit {limit}.</translation>
    </message>
    <message>
        <source>Rate {rate}, below the limit {limit}.</source>
        <translation>Rate {rate}, below the limit {limit}.</translation>
    </message>
    <message>
        <source>Rate {rate}; {unknown}.</source>
        <translation>Rate {rate}; {unknown}.</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Rates</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU + He</source>
        <translation>ReLU + He</translation>
    </message>
    <message>
        <source>ReLU + residual</source>
        <translation>ReLU + residual</translation>
    </message>
    <message>
        <source>ReLU alone does not keep the error alive</source>
        <translation>ReLU alone does not keep the error alive</translation>
    </message>
    <message>
        <source>ReLU with a small slope below 0, so that no unit dies.</source>
        <translation>ReLU with a small slope below 0, so that no unit dies.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reach</translation>
    </message>
    <message>
        <source>Read about the control that has the keyboard</source>
        <translation>Read about the control that has the keyboard</translation>
    </message>
    <message>
        <source>Read further</source>
        <translation>Read further</translation>
    </message>
    <message>
        <source>Reading was stopped; nothing has changed.</source>
        <translation>Reading was stopped; nothing has changed.</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>ReadingStopped</source>
        <translation>ReadingStopped</translation>
    </message>
    <message>
        <source>Reads the slope under it: g = {gradient}.</source>
        <translation>Reads the slope under it: g = {gradient}.</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recipes</translation>
    </message>
    <message>
        <source>Recipes and their shares</source>
        <translation>Recipes and their shares</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>Regularization</translation>
    </message>
    <message>
        <source>Regularization lab</source>
        <translation>Regularization lab</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Related</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>Relief</translation>
    </message>
    <message>
        <source>Relief of the loss: low ground is good. Arrow keys turn it, plus and minus zoom, 0 looks from where one began.</source>
        <translation>Relief of the loss: low ground is good. Arrow keys turn it, plus and minus zoom, 0 looks from where one began.</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Replace the curve by this one.</source>
        <translation>Replace the curve by this one.</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replica</translation>
    </message>
    <message>
        <source>Report of 1985, Nature 1986.</source>
        <translation>Report of 1985, Nature 1986.</translation>
    </message>
    <message>
        <source>Researchers no longer dare to predict.</source>
        <translation>Researchers no longer dare to predict.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>Restart the run</source>
        <translation>Restart the run</translation>
    </message>
    <message>
        <source>Restart the run.</source>
        <translation>Restart the run.</translation>
    </message>
    <message>
        <source>Restart the same run</source>
        <translation>Restart the same run</translation>
    </message>
    <message>
        <source>Restart with a new seed</source>
        <translation>Restart with a new seed</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>Right answers</translation>
    </message>
    <message>
        <source>Right answers of each unit: {shares}.</source>
        <translation>Right answers of each unit: {shares}.</translation>
    </message>
    <message>
        <source>Right answers over passes</source>
        <translation>Right answers over passes</translation>
    </message>
    <message>
        <source>Right answers to 500 digits that were not learned from.</source>
        <translation>Right answers to 500 digits that were not learned from.</translation>
    </message>
    <message>
        <source>Right answers to digits that were not learned from, pass by pass. Up and Down walk from line to line.</source>
        <translation>Right answers to digits that were not learned from, pass by pass. Up and Down walk from line to line.</translation>
    </message>
    <message>
        <source>Right answers to new digits</source>
        <translation>Right answers to new digits</translation>
    </message>
    <message>
        <source>Right answers while one class is practised</source>
        <translation>Right answers while one class is practised</translation>
    </message>
    <message>
        <source>Right answers with half the class ill</source>
        <translation>Right answers with half the class ill</translation>
    </message>
    <message>
        <source>Right answers, class by class</source>
        <translation>Right answers, class by class</translation>
    </message>
    <message>
        <source>Right of the unseen rows, in the first pass</source>
        <translation>Right of the unseen rows, in the first pass</translation>
    </message>
    <message>
        <source>Rings: {words}.</source>
        <translation>Rings: {words}.</translation>
    </message>
    <message>
        <source>Robbins &amp; Monro 1951</source>
        <translation>Robbins &amp; Monro 1951</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Robust</translation>
    </message>
    <message>
        <source>Rosenblatt 1958</source>
        <translation>Rosenblatt 1958</translation>
    </message>
    <message>
        <source>Rosenblatt's threshold unit: yes or no. It has no slope, so nothing below it can learn from gradients.</source>
        <translation>Rosenblatt's threshold unit: yes or no. It has no slope, so nothing below it can learn from gradients.</translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation>Rosenbrock</translation>
    </message>
    <message>
        <source>Rosenbrock 1960</source>
        <translation>Rosenbrock 1960</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Row {row} of {blame} times row {column} of {weights}, a column of {transposed}</source>
        <translation>Row {row} of {blame} times row {column} of {weights}, a column of {transposed}</translation>
    </message>
    <message>
        <source>Row {row} of {matrix} times column {column} of {weights}</source>
        <translation>Row {row} of {matrix} times column {column} of {weights}</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: </source>
        <translation>Row {row}, column {column}: </translation>
    </message>
    <message>
        <source>Row {row}: </source>
        <translation>Row {row}: </translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Rows are what a point is, columns what it was taken for. Arrow keys go from cell to cell.</source>
        <translation>Rows are what a point is, columns what it was taken for. Arrow keys go from cell to cell.</translation>
    </message>
    <message>
        <source>Rows that are shown</source>
        <translation>Rows that are shown</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Rule {number} of {count}: {title}, {words}. Arrow keys go from rule to rule.</source>
        <translation>Rule {number} of {count}: {title}, {words}. Arrow keys go from rule to rule.</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Ruler</translation>
    </message>
    <message>
        <source>Rules of this pass</source>
        <translation>Rules of this pass</translation>
    </message>
    <message>
        <source>Rumelhart, Hinton &amp; Williams 1986</source>
        <translation>Rumelhart, Hinton &amp; Williams 1986</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG drawing</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>Saddle</translation>
    </message>
    <message>
        <source>Saddle with a floor</source>
        <translation>Saddle with a floor</translation>
    </message>
    <message>
        <source>Saddle with ripples</source>
        <translation>Saddle with ripples</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Save CSV</translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation>Save a template</translation>
    </message>
    <message>
        <source>Save paths</source>
        <translation>Save paths</translation>
    </message>
    <message>
        <source>Save paths (CSV)…</source>
        <translation>Save paths (CSV)…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Save picture…</translation>
    </message>
    <message>
        <source>Save points</source>
        <translation>Save points</translation>
    </message>
    <message>
        <source>Save points to a file</source>
        <translation>Save points to a file</translation>
    </message>
    <message>
        <source>Save race</source>
        <translation>Save race</translation>
    </message>
    <message>
        <source>Save race as GIF</source>
        <translation>Save race as GIF</translation>
    </message>
    <message>
        <source>Save race as GIF…</source>
        <translation>Save race as GIF…</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Save table</translation>
    </message>
    <message>
        <source>Save worksheets</source>
        <translation>Save worksheets</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Saved {name}.</translation>
    </message>
    <message>
        <source>Saved {x} points as {name}.</source>
        <translation>Saved {x} points as {name}.</translation>
    </message>
    <message>
        <source>Scale the columns</source>
        <translation>Scale the columns</translation>
    </message>
    <message>
        <source>Scale weights and bias</source>
        <translation>Scale weights and bias</translation>
    </message>
    <message>
        <source>Scattered measurements and a path whose steps shrink until it settles at the root.</source>
        <translation>Scattered measurements and a path whose steps shrink until it settles at the root.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search everything that can be done</source>
        <translation>Search everything that can be done</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Second winter</source>
        <translation>Second winter</translation>
    </message>
    <message>
        <source>See every matrix</source>
        <translation>See every matrix</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>See it</translation>
    </message>
    <message>
        <source>See only a disc of the landscape around the skier.</source>
        <translation>See only a disc of the landscape around the skier.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seek</source>
        <translation>Seek</translation>
    </message>
    <message>
        <source>Seen in a source, but not every detail.</source>
        <translation>Seen in a source, but not every detail.</translation>
    </message>
    <message>
        <source>Seen in a source.</source>
        <translation>Seen in a source.</translation>
    </message>
    <message>
        <source>Send home</source>
        <translation>Send home</translation>
    </message>
    <message>
        <source>Send the most important units home.</source>
        <translation>Send the most important units home.</translation>
    </message>
    <message>
        <source>Send the stars home</source>
        <translation>Send the stars home</translation>
    </message>
    <message>
        <source>Send this error back through the gate</source>
        <translation>Send this error back through the gate</translation>
    </message>
    <message>
        <source>Send {count} stars home</source>
        <translation>Send {count} stars home</translation>
    </message>
    <message>
        <source>SeparableMemory</source>
        <translation>SeparableMemory</translation>
    </message>
    <message>
        <source>Set all rates to {value}</source>
        <translation>Set all rates to {value}</translation>
    </message>
    <message>
        <source>Set by hand to {value}.</source>
        <translation>Set by hand to {value}.</translation>
    </message>
    <message>
        <source>Set by hand; Delete lets go of it.</source>
        <translation>Set by hand; Delete lets go of it.</translation>
    </message>
    <message>
        <source>Set its rate to {config}</source>
        <translation>Set its rate to {config}</translation>
    </message>
    <message>
        <source>Set the sum and what comes back.</source>
        <translation>Set the sum and what comes back.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Settings cannot be remembered: {folder} cannot be written ({reason}).</source>
        <translation>Settings cannot be remembered: {folder} cannot be written ({reason}).</translation>
    </message>
    <message>
        <source>Settled: from this step on the racer stays within 1 % of the picture's diagonal of a minimum.</source>
        <translation>Settled: from this step on the racer stays within 1 % of the picture's diagonal of a minimum.</translation>
    </message>
    <message>
        <source>Seventy years in one line</source>
        <translation>Seventy years in one line</translation>
    </message>
    <message>
        <source>Shade the two seasons</source>
        <translation>Shade the two seasons</translation>
    </message>
    <message>
        <source>Shade the two seasons without money.</source>
        <translation>Shade the two seasons without money.</translation>
    </message>
    <message>
        <source>Shades the map where the twins give different answers: dark where chance decides.</source>
        <translation>Shades the map where the twins give different answers: dark where chance decides.</translation>
    </message>
    <message>
        <source>Share of the best rate</source>
        <translation>Share of the best rate</translation>
    </message>
    <message>
        <source>Share of twins</source>
        <translation>Share of twins</translation>
    </message>
    <message>
        <source>Show a step at which everything was still well.</source>
        <translation>Show a step at which everything was still well.</translation>
    </message>
    <message>
        <source>Show all years</source>
        <translation>Show all years</translation>
    </message>
    <message>
        <source>Show also the events of which nothing runs here.</source>
        <translation>Show also the events of which nothing runs here.</translation>
    </message>
    <message>
        <source>Show how the weights are spread</source>
        <translation>Show how the weights are spread</translation>
    </message>
    <message>
        <source>Show lane: {lane}</source>
        <translation>Show lane: {lane}</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Show me</translation>
    </message>
    <message>
        <source>Show one example as a graph</source>
        <translation>Show one example as a graph</translation>
    </message>
    <message>
        <source>Show the controls that act on all racers</source>
        <translation>Show the controls that act on all racers</translation>
    </message>
    <message>
        <source>Show the first step of the run</source>
        <translation>Show the first step of the run</translation>
    </message>
    <message>
        <source>Show the graph</source>
        <translation>Show the graph</translation>
    </message>
    <message>
        <source>Show the last step of the run</source>
        <translation>Show the last step of the run</translation>
    </message>
    <message>
        <source>Show the line of {title}</source>
        <translation>Show the line of {title}</translation>
    </message>
    <message>
        <source>Show the machines</source>
        <translation>Show the machines</translation>
    </message>
    <message>
        <source>Show the matrices</source>
        <translation>Show the matrices</translation>
    </message>
    <message>
        <source>Show the panel of this step again.</source>
        <translation>Show the panel of this step again.</translation>
    </message>
    <message>
        <source>Show the two bills</source>
        <translation>Show the two bills</translation>
    </message>
    <message>
        <source>Show the weights</source>
        <translation>Show the weights</translation>
    </message>
    <message>
        <source>Show the winters</source>
        <translation>Show the winters</translation>
    </message>
    <message>
        <source>Show this line on the map.</source>
        <translation>Show this line on the map.</translation>
    </message>
    <message>
        <source>Show this racer in every picture.</source>
        <translation>Show this racer in every picture.</translation>
    </message>
    <message>
        <source>Show what helps next.</source>
        <translation>Show what helps next.</translation>
    </message>
    <message>
        <source>Show what is hidden.</source>
        <translation>Show what is hidden.</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>Show {name}</translation>
    </message>
    <message>
        <source>Show {page}</source>
        <translation>Show {page}</translation>
    </message>
    <message>
        <source>Show {title}</source>
        <translation>Show {title}</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>Shown in 1958.</source>
        <translation>Shown in 1958.</translation>
    </message>
    <message>
        <source>Shown is where it looks next: {value}</source>
        <translation>Shown is where it looks next: {value}</translation>
    </message>
    <message>
        <source>Shown: {words}. Arrow keys turn the pages.</source>
        <translation>Shown: {words}. Arrow keys turn the pages.</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Shuffle</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Shuffled</translation>
    </message>
    <message>
        <source>Shuffled labels</source>
        <translation>Shuffled labels</translation>
    </message>
    <message>
        <source>Sight</source>
        <translation>Sight</translation>
    </message>
    <message>
        <source>Sigm.</source>
        <translation>Sigm.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Sigmoid + 4 × Glorot</source>
        <translation>Sigmoid + 4 × Glorot</translation>
    </message>
    <message>
        <source>Sigmoid + batch norm</source>
        <translation>Sigmoid + batch norm</translation>
    </message>
    <message>
        <source>Sigmoid + pretraining</source>
        <translation>Sigmoid + pretraining</translation>
    </message>
    <message>
        <source>Silences hidden units at random while learning, so that none may rely on another.</source>
        <translation>Silences hidden units at random while learning, so that none may rely on another.</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Since weights cost something, the loss of the data of {arm} went {rise}.</source>
        <translation>Since weights cost something, the loss of the data of {arm} went {rise}.</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Sine</translation>
    </message>
    <message>
        <source>Single networks have favourites</source>
        <translation>Single networks have favourites</translation>
    </message>
    <message>
        <source>Single numbers, values forward and slopes back</source>
        <translation>Single numbers, values forward and slopes back</translation>
    </message>
    <message>
        <source>Six claims to be sorted into result, promise and opinion.</source>
        <translation>Six claims to be sorted into result, promise and opinion.</translation>
    </message>
    <message>
        <source>Six methods start on the ridge of a saddle; some have left it, plain descent is still there.</source>
        <translation>Six methods start on the ridge of a saddle; some have left it, plain descent is still there.</translation>
    </message>
    <message>
        <source>Six minima in pairs of three depths; only two of them are the deepest.</source>
        <translation>Six minima in pairs of three depths; only two of them are the deepest.</translation>
    </message>
    <message>
        <source>Six systems to be put into their order, without dates.</source>
        <translation>Six systems to be put into their order, without dates.</translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation>Six-hump camel</translation>
    </message>
    <message>
        <source>Sixteen fields: XOR many times over.</source>
        <translation>Sixteen fields: XOR many times over.</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>Size of the interface</translation>
    </message>
    <message>
        <source>Ski</source>
        <translation>Ski</translation>
    </message>
    <message>
        <source>Ski again</source>
        <translation>Ski again</translation>
    </message>
    <message>
        <source>Ski by hand, click by click.</source>
        <translation>Ski by hand, click by click.</translation>
    </message>
    <message>
        <source>Skier</source>
        <translation>Skier</translation>
    </message>
    <message>
        <source>SkierPanel</source>
        <translation>SkierPanel</translation>
    </message>
    <message>
        <source>SkierSnapshot</source>
        <translation>SkierSnapshot</translation>
    </message>
    <message>
        <source>SkierView</source>
        <translation>SkierView</translation>
    </message>
    <message>
        <source>Skiing by glances</source>
        <translation>Skiing by glances</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Skip the guess</source>
        <translation>Skip the guess</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Slope</translation>
    </message>
    <message>
        <source>Slope or threshold</source>
        <translation>Slope or threshold</translation>
    </message>
    <message>
        <source>Slopes are true here and now. Too large a step makes the loss grow.</source>
        <translation>Slopes are true here and now. Too large a step makes the loss grow.</translation>
    </message>
    <message>
        <source>Slopes of any calculation, backwards</source>
        <translation>Slopes of any calculation, backwards</translation>
    </message>
    <message>
        <source>Small, then large</source>
        <translation>Small, then large</translation>
    </message>
    <message>
        <source>Smallest first now; press to reverse.</source>
        <translation>Smallest first now; press to reverse.</translation>
    </message>
    <message>
        <source>So far from one only while the ruler is not warm: it follows the slope, and the quotient comes back to one.</source>
        <translation>So far from one only while the ruler is not warm: it follows the slope, and the quotient comes back to one.</translation>
    </message>
    <message>
        <source>So it came.</source>
        <translation>So it came.</translation>
    </message>
    <message>
        <source>So it is.</source>
        <translation>So it is.</translation>
    </message>
    <message>
        <source>So many stars can be sent home</source>
        <translation>So many stars can be sent home</translation>
    </message>
    <message>
        <source>Softm.</source>
        <translation>Softm.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Solid: points that were not learned from. Dashed: points that were.</source>
        <translation>Solid: points that were not learned from. Dashed: points that were.</translation>
    </message>
    <message>
        <source>Solla, Levin &amp; Fleisher 1988; Bridle 1990</source>
        <translation>Solla, Levin &amp; Fleisher 1988; Bridle 1990</translation>
    </message>
    <message>
        <source>Some numbers have left the finite ones.</source>
        <translation>Some numbers have left the finite ones.</translation>
    </message>
    <message>
        <source>Some sums stand so far out that the function is flat there: its slope is 0, and no blame passes.</source>
        <translation>Some sums stand so far out that the function is flat there: its slope is 0, and no blame passes.</translation>
    </message>
    <message>
        <source>Something stands after a closing quotation mark.</source>
        <translation>Something stands after a closing quotation mark.</translation>
    </message>
    <message>
        <source>Sort by {words}</source>
        <translation>Sort by {words}</translation>
    </message>
    <message>
        <source>Sort six claims</source>
        <translation>Sort six claims</translation>
    </message>
    <message>
        <source>Sort the cards</source>
        <translation>Sort the cards</translation>
    </message>
    <message>
        <source>Sorting names a card and a box, not {value}.</source>
        <translation>Sorting names a card and a box, not {value}.</translation>
    </message>
    <message>
        <source>Source says</source>
        <translation>Source says</translation>
    </message>
    <message>
        <source>Source says: {words}</source>
        <translation>Source says: {words}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Space does the same.</source>
        <translation>Space does the same.</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Span {span}</source>
        <translation>Span {span}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Speed must be a number above 0, not {factor}.</source>
        <translation>Speed must be a number above 0, not {factor}.</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>Spiral</translation>
    </message>
    <message>
        <source>Sponsors of machine translation and of AI lose patience.</source>
        <translation>Sponsors of machine translation and of AI lose patience.</translation>
    </message>
    <message>
        <source>Spread of the cloud</source>
        <translation>Spread of the cloud</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Squared error</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Squares</translation>
    </message>
    <message>
        <source>StackView</source>
        <translation>StackView</translation>
    </message>
    <message>
        <source>Stairs</source>
        <translation>Stairs</translation>
    </message>
    <message>
        <source>Star pupil {unit}</source>
        <translation>Star pupil {unit}</translation>
    </message>
    <message>
        <source>Star pupil {unit} of hidden layer {layer}</source>
        <translation>Star pupil {unit} of hidden layer {layer}</translation>
    </message>
    <message>
        <source>Stars sent home</source>
        <translation>Stars sent home</translation>
    </message>
    <message>
        <source>StarsSeen</source>
        <translation>StarsSeen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start again from step 0.</source>
        <translation>Start again from step 0.</translation>
    </message>
    <message>
        <source>Start again with other random numbers</source>
        <translation>Start again with other random numbers</translation>
    </message>
    <message>
        <source>Start again with the same seed, bit by bit</source>
        <translation>Start again with the same seed, bit by bit</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Start anew</translation>
    </message>
    <message>
        <source>Start anew with two arms to compare.</source>
        <translation>Start anew with two arms to compare.</translation>
    </message>
    <message>
        <source>Start at {name} = {value}</source>
        <translation>Start at {name} = {value}</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Start from</translation>
    </message>
    <message>
        <source>Start of every racer. Drag it over the surface.</source>
        <translation>Start of every racer. Drag it over the surface.</translation>
    </message>
    <message>
        <source>Start of every racer. Drag it, or use the arrow keys.</source>
        <translation>Start of every racer. Drag it, or use the arrow keys.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Start point and question from Dettmers 2015; network and samples are ours</source>
        <translation>Start point and question from Dettmers 2015; network and samples are ours</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>Start the race</translation>
    </message>
    <message>
        <source>Start the run, or hold it where it is</source>
        <translation>Start the run, or hold it where it is</translation>
    </message>
    <message>
        <source>Start x</source>
        <translation>Start x</translation>
    </message>
    <message>
        <source>Start y</source>
        <translation>Start y</translation>
    </message>
    <message>
        <source>Starts in the cloud</source>
        <translation>Starts in the cloud</translation>
    </message>
    <message>
        <source>Steep corners and a long flat valley: a large first gradient shoots the fast ones far off.</source>
        <translation>Steep corners and a long flat valley: a large first gradient shoots the fast ones far off.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Step arrow</source>
        <translation>Step arrow</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Step back</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Step by step</translation>
    </message>
    <message>
        <source>Step {cursor}: {names}.</source>
        <translation>Step {cursor}: {names}.</translation>
    </message>
    <message>
        <source>Step {place} of {count}</source>
        <translation>Step {place} of {count}</translation>
    </message>
    <message>
        <source>Step {step_at}</source>
        <translation>Step {step_at}</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Step {step}</translation>
    </message>
    <message>
        <source>Step {step} of {last}</source>
        <translation>Step {step} of {last}</translation>
    </message>
    <message>
        <source>Step {step} of {last}, pass {number}.</source>
        <translation>Step {step} of {last}, pass {number}.</translation>
    </message>
    <message>
        <source>StepView</source>
        <translation>StepView</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Steps down {down}</source>
        <translation>Steps down {down}</translation>
    </message>
    <message>
        <source>Steps of a steep and a gentle weight: plain ones are long and tiny, Adagrad's are alike and shrink together.</source>
        <translation>Steps of a steep and a gentle weight: plain ones are long and tiny, Adagrad's are alike and shrink together.</translation>
    </message>
    <message>
        <source>Steps straight down by η = {hyper} times the slope: −η g = {slope}.</source>
        <translation>Steps straight down by η = {hyper} times the slope: −η g = {slope}.</translation>
    </message>
    <message>
        <source>Steps to leave the saddle</source>
        <translation>Steps to leave the saddle</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop after epoch</source>
        <translation>Stop after epoch</translation>
    </message>
    <message>
        <source>Stop below loss</source>
        <translation>Stop below loss</translation>
    </message>
    <message>
        <source>Stop; no file is left behind.</source>
        <translation>Stop; no file is left behind.</translation>
    </message>
    <message>
        <source>Straight downhill at each racer, pink: what its next step reads off.</source>
        <translation>Straight downhill at each racer, pink: what its next step reads off.</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>Stripes</translation>
    </message>
    <message>
        <source>Styblinski &amp; Tang 1990, {survey}</source>
        <translation>Styblinski &amp; Tang 1990, {survey}</translation>
    </message>
    <message>
        <source>Styblinski–Tang</source>
        <translation>Styblinski–Tang</translation>
    </message>
    <message>
        <source>Sum of the three functions of a test problem of K. Madsen</source>
        <translation>Sum of the three functions of a test problem of K. Madsen</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>Sums z by layer</source>
        <translation>Sums z by layer</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Surface, map, loss and board take turns in a small window</source>
        <translation>Surface, map, loss and board take turns in a small window</translation>
    </message>
    <message>
        <source>Sutskever's steps</source>
        <translation>Sutskever's steps</translation>
    </message>
    <message>
        <source>Sutskever, Martens, Dahl &amp; Hinton 2013, equation 5</source>
        <translation>Sutskever, Martens, Dahl &amp; Hinton 2013, equation 5</translation>
    </message>
    <message>
        <source>Swap classes</source>
        <translation>Swap classes</translation>
    </message>
    <message>
        <source>Swap the classes</source>
        <translation>Swap the classes</translation>
    </message>
    <message>
        <source>Swap the pictures</source>
        <translation>Swap the pictures</translation>
    </message>
    <message>
        <source>Tab goes from control to control, the arrow keys move what has the ring, F1 explains it.</source>
        <translation>Tab goes from control to control, the arrow keys move what has the ring, F1 explains it.</translation>
    </message>
    <message>
        <source>Tab goes from link to link, Enter follows.</source>
        <translation>Tab goes from link to link, Enter follows.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Table (CSV)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tables (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Take a cell and type a number.</source>
        <translation>Take a cell and type a number.</translation>
    </message>
    <message>
        <source>Take a season away.</source>
        <translation>Take a season away.</translation>
    </message>
    <message>
        <source>Take all points away</source>
        <translation>Take all points away</translation>
    </message>
    <message>
        <source>Take all points away, and begin with an empty plane.</source>
        <translation>Take all points away, and begin with an empty plane.</translation>
    </message>
    <message>
        <source>Take eight hidden units</source>
        <translation>Take eight hidden units</translation>
    </message>
    <message>
        <source>Take hold of the points.</source>
        <translation>Take hold of the points.</translation>
    </message>
    <message>
        <source>Take it further</source>
        <translation>Take it further</translation>
    </message>
    <message>
        <source>Take the address along; nothing is opened.</source>
        <translation>Take the address along; nothing is opened.</translation>
    </message>
    <message>
        <source>Take the line by its violet handle</source>
        <translation>Take the line by its violet handle</translation>
    </message>
    <message>
        <source>Take the price of the path</source>
        <translation>Take the price of the path</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Take the tour</translation>
    </message>
    <message>
        <source>Take this price</source>
        <translation>Take this price</translation>
    </message>
    <message>
        <source>Take this price for {arm}</source>
        <translation>Take this price for {arm}</translation>
    </message>
    <message>
        <source>Take this step again</source>
        <translation>Take this step again</translation>
    </message>
    <message>
        <source>Takes a share of every weight: all become small, none exactly 0.</source>
        <translation>Takes a share of every weight: all become small, none exactly 0.</translation>
    </message>
    <message>
        <source>Takes the same amount from every weight: small ones become exactly 0, a few large ones remain.</source>
        <translation>Takes the same amount from every weight: small ones become exactly 0, a few large ones remain.</translation>
    </message>
    <message>
        <source>Takes the same amount from every weight: small ones become exactly 0.</source>
        <translation>Takes the same amount from every weight: small ones become exactly 0.</translation>
    </message>
    <message>
        <source>Ten classes, untrained</source>
        <translation>Ten classes, untrained</translation>
    </message>
    <message>
        <source>Ten digit units</source>
        <translation>Ten digit units</translation>
    </message>
    <message>
        <source>Ten perceptrons, one against the rest</source>
        <translation>Ten perceptrons, one against the rest</translation>
    </message>
    <message>
        <source>Ten sigmoid layers</source>
        <translation>Ten sigmoid layers</translation>
    </message>
    <message>
        <source>Ten times closer costs the same number of steps more. Drag the violet handle, or use the arrow keys.</source>
        <translation>Ten times closer costs the same number of steps more. Drag the violet handle, or use the arrow keys.</translation>
    </message>
    <message>
        <source>Ten units read digits</source>
        <translation>Ten units read digits</translation>
    </message>
    <message>
        <source>TensorFlow Playground has no data set {key}; it has: {known}.</source>
        <translation>TensorFlow Playground has no data set {key}; it has: {known}.</translation>
    </message>
    <message>
        <source>TensorFlow Playground's start</source>
        <translation>TensorFlow Playground's start</translation>
    </message>
    <message>
        <source>Test digits</source>
        <translation>Test digits</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text stands before the first heading "## ..".</source>
        <translation>Text stands before the first heading "## ..".</translation>
    </message>
    <message>
        <source>Textbook example</source>
        <translation>Textbook example</translation>
    </message>
    <message>
        <source>Textbook example of bad conditioning</source>
        <translation>Textbook example of bad conditioning</translation>
    </message>
    <message>
        <source>That setting was not taken</source>
        <translation>That setting was not taken</translation>
    </message>
    <message>
        <source>That was not changed</source>
        <translation>That was not changed</translation>
    </message>
    <message>
        <source>That was not done</source>
        <translation>That was not done</translation>
    </message>
    <message>
        <source>The answer cannot be computed. {error}</source>
        <translation>The answer cannot be computed. {error}</translation>
    </message>
    <message>
        <source>The answer could not be computed in time.</source>
        <translation>The answer could not be computed in time.</translation>
    </message>
    <message>
        <source>The answer could not be computed: its process ended early.</source>
        <translation>The answer could not be computed: its process ended early.</translation>
    </message>
    <message>
        <source>The answer could not be computed: no process could be started.</source>
        <translation>The answer could not be computed: no process could be started.</translation>
    </message>
    <message>
        <source>The answer given is {what}{expected}, but the run says {what}{answer}.</source>
        <translation>The answer given is {what}{expected}, but the run says {what}{answer}.</translation>
    </message>
    <message>
        <source>The answer of a small network over the plane at three moments, until it separates the four points of XOR.</source>
        <translation>The answer of a small network over the plane at three moments, until it separates the four points of XOR.</translation>
    </message>
    <message>
        <source>The answer to a {kind} cannot be {value}.</source>
        <translation>The answer to a {kind} cannot be {value}.</translation>
    </message>
    <message>
        <source>The answer to a {kind} is computed from {names}.</source>
        <translation>The answer to a {kind} is computed from {names}.</translation>
    </message>
    <message>
        <source>The answer: {answer}</source>
        <translation>The answer: {answer}</translation>
    </message>
    <message>
        <source>The answers of the points are class numbers from 0 to {classes}.</source>
        <translation>The answers of the points are class numbers from 0 to {classes}.</translation>
    </message>
    <message>
        <source>The area is the squared slope gathered so far, one square per coordinate: a step is divided by its side.</source>
        <translation>The area is the squared slope gathered so far, one square per coordinate: a step is divided by its side.</translation>
    </message>
    <message>
        <source>The article leaves the biases out; they are drawn here so that every number adds up.</source>
        <translation>The article leaves the biases out; they are drawn here so that every number adds up.</translation>
    </message>
    <message>
        <source>The article, 2015</source>
        <translation>The article, 2015</translation>
    </message>
    <message>
        <source>The banana: into the bent valley is easy, along it is slow.</source>
        <translation>The banana: into the bent valley is easy, along it is slow.</translation>
    </message>
    <message>
        <source>The bar in the middle counts those that are exactly 0. Left and Right read off, L turns powers of ten on.</source>
        <translation>The bar in the middle counts those that are exactly 0. Left and Right read off, L turns powers of ten on.</translation>
    </message>
    <message>
        <source>The bar is the share of points that the best straight line found gets right.</source>
        <translation>The bar is the share of points that the best straight line found gets right.</translation>
    </message>
    <message>
        <source>The best line found among samples gets {right} examples right: {accuracy} %.</source>
        <translation>The best line found among samples gets {right} examples right: {accuracy} %.</translation>
    </message>
    <message>
        <source>The best line found gets</source>
        <translation>The best line found gets</translation>
    </message>
    <message>
        <source>The best line there is gets</source>
        <translation>The best line there is gets</translation>
    </message>
    <message>
        <source>The bias</source>
        <translation>The bias</translation>
    </message>
    <message>
        <source>The bias joins the sum.</source>
        <translation>The bias joins the sum.</translation>
    </message>
    <message>
        <source>The biases of layer {layer}</source>
        <translation>The biases of layer {layer}</translation>
    </message>
    <message>
        <source>The block "{open}" has no end "{shut}".</source>
        <translation>The block "{open}" has no end "{shut}".</translation>
    </message>
    <message>
        <source>The block of a step has up to {longest_block} characters.</source>
        <translation>The block of a step has up to {longest_block} characters.</translation>
    </message>
    <message>
        <source>The browser connects to this address.</source>
        <translation>The browser connects to this address.</translation>
    </message>
    <message>
        <source>The card of the event.</source>
        <translation>The card of the event.</translation>
    </message>
    <message>
        <source>The cell has more than {longest_cell} kB.</source>
        <translation>The cell has more than {longest_cell} kB.</translation>
    </message>
    <message>
        <source>The cell is empty.</source>
        <translation>The cell is empty.</translation>
    </message>
    <message>
        <source>The chance with which each hidden unit is left out of an update.</source>
        <translation>The chance with which each hidden unit is left out of an update.</translation>
    </message>
    <message>
        <source>The chance with which each input is left out of an update.</source>
        <translation>The chance with which each input is left out of an update.</translation>
    </message>
    <message>
        <source>The chance with which each unit of this layer is left out of an update.</source>
        <translation>The chance with which each unit of this layer is left out of an update.</translation>
    </message>
    <message>
        <source>The circle, with the constants that many know.</source>
        <translation>The circle, with the constants that many know.</translation>
    </message>
    <message>
        <source>The claim {claim} of this step is missing in 'claims' at the top.</source>
        <translation>The claim {claim} of this step is missing in 'claims' at the top.</translation>
    </message>
    <message>
        <source>The class</source>
        <translation>The class</translation>
    </message>
    <message>
        <source>The class is missing.</source>
        <translation>The class is missing.</translation>
    </message>
    <message>
        <source>The class meets with the first batch: press play.</source>
        <translation>The class meets with the first batch: press play.</translation>
    </message>
    <message>
        <source>The class of the next point that you place or draw.</source>
        <translation>The class of the next point that you place or draw.</translation>
    </message>
    <message>
        <source>The curvature of the bowl is 1 everywhere.</source>
        <translation>The curvature of the bowl is 1 everywhere.</translation>
    </message>
    <message>
        <source>The curvature of the bowl is 1.</source>
        <translation>The curvature of the bowl is 1.</translation>
    </message>
    <message>
        <source>The data set {key} has no setting bits; only parity has.</source>
        <translation>The data set {key} has no setting bits; only parity has.</translation>
    </message>
    <message>
        <source>The data set {key} has no setting gap; only parted has.</source>
        <translation>The data set {key} has no setting gap; only parted has.</translation>
    </message>
    <message>
        <source>The digits at rate 3, all at once</source>
        <translation>The digits at rate 3, all at once</translation>
    </message>
    <message>
        <source>The drawn schedule as pairs step:value. Between two points the momentum follows a straight line.</source>
        <translation>The drawn schedule as pairs step:value. Between two points the momentum follows a straight line.</translation>
    </message>
    <message>
        <source>The drawn schedule as pairs update:value.</source>
        <translation>The drawn schedule as pairs update:value.</translation>
    </message>
    <message>
        <source>The engine stumbled</source>
        <translation>The engine stumbled</translation>
    </message>
    <message>
        <source>The error explodes on its way back</source>
        <translation>The error explodes on its way back</translation>
    </message>
    <message>
        <source>The error fades on its way back</source>
        <translation>The error fades on its way back</translation>
    </message>
    <message>
        <source>The error fades slowly on its way back</source>
        <translation>The error fades slowly on its way back</translation>
    </message>
    <message>
        <source>The error grows on its way back</source>
        <translation>The error grows on its way back</translation>
    </message>
    <message>
        <source>The error grows slowly on its way back</source>
        <translation>The error grows slowly on its way back</translation>
    </message>
    <message>
        <source>The error keeps its size</source>
        <translation>The error keeps its size</translation>
    </message>
    <message>
        <source>The error on examples that were not learned from.</source>
        <translation>The error on examples that were not learned from.</translation>
    </message>
    <message>
        <source>The error on the examples that were learned from, without the penalties.</source>
        <translation>The error on the examples that were learned from, without the penalties.</translation>
    </message>
    <message>
        <source>The experiment, the lessons and the years take turns in a small window</source>
        <translation>The experiment, the lessons and the years take turns in a small window</translation>
    </message>
    <message>
        <source>The factor must be a number above 0 and up to {largest}, not {value}.</source>
        <translation>The factor must be a number above 0 and up to {largest}, not {value}.</translation>
    </message>
    <message>
        <source>The field {name} has no value after the run.</source>
        <translation>The field {name} has no value after the run.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>The file cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>The file cannot be read: {strerror}.</source>
        <translation>The file cannot be read: {strerror}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {reason}.</source>
        <translation>The file cannot be written: {reason}.</translation>
    </message>
    <message>
        <source>The file grows while it is read; at most {most_bytes} MB can be read.</source>
        <translation>The file grows while it is read; at most {most_bytes} MB can be read.</translation>
    </message>
    <message>
        <source>The file has {size} MB; at most {most} MB can be read.</source>
        <translation>The file has {size} MB; at most {most} MB can be read.</translation>
    </message>
    <message>
        <source>The file has {st_size} MB; at most {kilobytes} kB are read.</source>
        <translation>The file has {st_size} MB; at most {kilobytes} kB are read.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8.</source>
        <translation>The file is not written in UTF-8.</translation>
    </message>
    <message>
        <source>The file is not written in {encoding}{offer}.</source>
        <translation>The file is not written in {encoding}{offer}.</translation>
    </message>
    <message>
        <source>The file is written in UTF-16; read it as UTF-16, or save it as CSV UTF-8.</source>
        <translation>The file is written in UTF-16; read it as UTF-16, or save it as CSV UTF-8.</translation>
    </message>
    <message>
        <source>The file must begin with a line {fence}, a table, and a line {fence}.</source>
        <translation>The file must begin with a line {fence}, a table, and a line {fence}.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>The file {name} cannot be read.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read: {reason}.</source>
        <translation>The file {name} cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>The files stay where they are.</translation>
    </message>
    <message>
        <source>The film was cancelled; nothing was saved.</source>
        <translation>The film was cancelled; nothing was saved.</translation>
    </message>
    <message>
        <source>The flu can come so many times</source>
        <translation>The flu can come so many times</translation>
    </message>
    <message>
        <source>The flu is over; its dots go.</source>
        <translation>The flu is over; its dots go.</translation>
    </message>
    <message>
        <source>The flu takes half the class</source>
        <translation>The flu takes half the class</translation>
    </message>
    <message>
        <source>The fold</source>
        <translation>The fold</translation>
    </message>
    <message>
        <source>The formula has no value at the start, {place_of}.</source>
        <translation>The formula has no value at the start, {place_of}.</translation>
    </message>
    <message>
        <source>The formula has no value at {place_of}, where {title} stepped.</source>
        <translation>The formula has no value at {place_of}, where {title} stepped.</translation>
    </message>
    <message>
        <source>The formula, character {number}: </source>
        <translation>The formula, character {number}: </translation>
    </message>
    <message>
        <source>The formula: </source>
        <translation>The formula: </translation>
    </message>
    <message>
        <source>The four points of XOR three times, each with another line; every line has one point on its wrong side.</source>
        <translation>The four points of XOR three times, each with another line; every line has one point on its wrong side.</translation>
    </message>
    <message>
        <source>The goal is reached before anything was done.</source>
        <translation>The goal is reached before anything was done.</translation>
    </message>
    <message>
        <source>The gradient</source>
        <translation>The gradient</translation>
    </message>
    <message>
        <source>The graph of this network would have {count} nodes, and up to {most} can be read. Choose a smaller one, such as XOR or one neuron.</source>
        <translation>The graph of this network would have {count} nodes, and up to {most} can be read. Choose a smaller one, such as XOR or one neuron.</translation>
    </message>
    <message>
        <source>The height is the error of a real network; a glance is the slope of one small batch.</source>
        <translation>The height is the error of a real network; a glance is the slope of one small batch.</translation>
    </message>
    <message>
        <source>The height of the landscape at x and y. It bends while you type; Escape returns to what could be read.</source>
        <translation>The height of the landscape at x and y. It bends while you type; Escape returns to what could be read.</translation>
    </message>
    <message>
        <source>The help has no page {place}.</source>
        <translation>The help has no page {place}.</translation>
    </message>
    <message>
        <source>The inner sizes match and vanish. Rows stay examples, columns become units.</source>
        <translation>The inner sizes match and vanish. Rows stay examples, columns become units.</translation>
    </message>
    <message>
        <source>The input feature {name} needs two inputs; these data have one.</source>
        <translation>The input feature {name} needs two inputs; these data have one.</translation>
    </message>
    <message>
        <source>The labels must be whole numbers from 0 to {classes}.</source>
        <translation>The labels must be whole numbers from 0 to {classes}.</translation>
    </message>
    <message>
        <source>The landscape is being measured.</source>
        <translation>The landscape is being measured.</translation>
    </message>
    <message>
        <source>The landscape of the loss. Choosing one also sets its start and rates that are fair on it.</source>
        <translation>The landscape of the loss. Choosing one also sets its start and rates that are fair on it.</translation>
    </message>
    <message>
        <source>The large picture and the row of arms take turns where there is little room.</source>
        <translation>The large picture and the row of arms take turns where there is little room.</translation>
    </message>
    <message>
        <source>The large picture as PNG or SVG</source>
        <translation>The large picture as PNG or SVG</translation>
    </message>
    <message>
        <source>The large picture, on the clipboard</source>
        <translation>The large picture, on the clipboard</translation>
    </message>
    <message>
        <source>The large picture, what it measures, the arms and their curves take turns.</source>
        <translation>The large picture, what it measures, the arms and their curves take turns.</translation>
    </message>
    <message>
        <source>The largest weight, whatever its sign.</source>
        <translation>The largest weight, whatever its sign.</translation>
    </message>
    <message>
        <source>The last arm gets the price at the cursor, without a restart</source>
        <translation>The last arm gets the price at the cursor, without a restart</translation>
    </message>
    <message>
        <source>The last arm gets the price at the cursor, without a restart.</source>
        <translation>The last arm gets the price at the cursor, without a restart.</translation>
    </message>
    <message>
        <source>The last picture stays. Change a setting, go back a step, or restart.</source>
        <translation>The last picture stays. Change a setting, go back a step, or restart.</translation>
    </message>
    <message>
        <source>The layers of LeNet-5: pictures of 32, 28, 14, 10 and 5 pixels a side, then 120, 84 and 10 units.</source>
        <translation>The layers of LeNet-5: pictures of 32, 28, 14, 10 and 5 pixels a side, then 120, 84 and 10 units.</translation>
    </message>
    <message>
        <source>The learning rate of the {title}.</source>
        <translation>The learning rate of the {title}.</translation>
    </message>
    <message>
        <source>The lens opens with the first batch: press play.</source>
        <translation>The lens opens with the first batch: press play.</translation>
    </message>
    <message>
        <source>The link {target} needs one of {value} and a colon at its beginning.</source>
        <translation>The link {target} needs one of {value} and a colon at its beginning.</translation>
    </message>
    <message>
        <source>The loss around {whose}, along the two directions in which it moved most.</source>
        <translation>The loss around {whose}, along the two directions in which it moved most.</translation>
    </message>
    <message>
        <source>The loss around {whose}, along two random directions.</source>
        <translation>The loss around {whose}, along two random directions.</translation>
    </message>
    <message>
        <source>The loss explodes after {step} updates</source>
        <translation>The loss explodes after {step} updates</translation>
    </message>
    <message>
        <source>The loss is a mean, so the sum over the examples is divided by their number.</source>
        <translation>The loss is a mean, so the sum over the examples is divided by their number.</translation>
    </message>
    <message>
        <source>The loss is known, and the way back begins: 1 at the loss, output minus target before it.</source>
        <translation>The loss is known, and the way back begins: 1 at the loss, output minus target before it.</translation>
    </message>
    <message>
        <source>The loss is {loss}; at the start it was {at_start}. The largest number is {name}: {value}.</source>
        <translation>The loss is {loss}; at the start it was {at_start}. The largest number is {name}: {value}.</translation>
    </message>
    <message>
        <source>The loss of the data and the penalty as curves of their own</source>
        <translation>The loss of the data and the penalty as curves of their own</translation>
    </message>
    <message>
        <source>The loss of the data: {arm} is {rise} from A, which pays nothing.</source>
        <translation>The loss of the data: {arm} is {rise} from A, which pays nothing.</translation>
    </message>
    <message>
        <source>The loss over a plane through the weights of step {step}, along {x} and {y}.</source>
        <translation>The loss over a plane through the weights of step {step}, along {x} and {y}.</translation>
    </message>
    <message>
        <source>The loss {loss} needs outputs of the kind {fitting}, not {output}; squared_error fits every output.</source>
        <translation>The loss {loss} needs outputs of the kind {fitting}, not {output}; squared_error fits every output.</translation>
    </message>
    <message>
        <source>The loss {loss} needs targets from 0 to 1 in y.</source>
        <translation>The loss {loss} needs targets from 0 to 1 in y.</translation>
    </message>
    <message>
        <source>The losses are so large here that a nudge is lost in their rounding.</source>
        <translation>The losses are so large here that a nudge is lost in their rounding.</translation>
    </message>
    <message>
        <source>The machine of that day told marks at the left from marks at the right.</source>
        <translation>The machine of that day told marks at the left from marks at the right.</translation>
    </message>
    <message>
        <source>The market of Lisp machines collapses, and the word AI closes doors.</source>
        <translation>The market of Lisp machines collapses, and the word AI closes doors.</translation>
    </message>
    <message>
        <source>The matrix is on the clipboard, {form}.</source>
        <translation>The matrix is on the clipboard, {form}.</translation>
    </message>
    <message>
        <source>The mean of column {column} of {blame}</source>
        <translation>The mean of column {column} of {blame}</translation>
    </message>
    <message>
        <source>The momentum curve has {words} points; at most {most_points} are possible.</source>
        <translation>The momentum curve has {words} points; at most {most_points} are possible.</translation>
    </message>
    <message>
        <source>The momentum curve is empty; write points such as 0:0.5 100:0.9.</source>
        <translation>The momentum curve is empty; write points such as 0:0.5 100:0.9.</translation>
    </message>
    <message>
        <source>The momentum follows the curve you draw, never above the slider's value.</source>
        <translation>The momentum follows the curve you draw, never above the slider's value.</translation>
    </message>
    <message>
        <source>The momentum is what the slider says from the first step on.</source>
        <translation>The momentum is what the slider says from the first step on.</translation>
    </message>
    <message>
        <source>The more inputs a unit has, the smaller its weights, so that sums keep their size.</source>
        <translation>The more inputs a unit has, the smaller its weights, so that sums keep their size.</translation>
    </message>
    <message>
        <source>The name of a lesson file is small letters, digits and hyphens, such as one-neuron.md.</source>
        <translation>The name of a lesson file is small letters, digits and hyphens, such as one-neuron.md.</translation>
    </message>
    <message>
        <source>The name of the file must be small letters, digits and single hyphens.</source>
        <translation>The name of the file must be small letters, digits and single hyphens.</translation>
    </message>
    <message>
        <source>The name {key} stands in it more than once.</source>
        <translation>The name {key} stands in it more than once.</translation>
    </message>
    <message>
        <source>The network is wrong on 15.3 % of the pictures with five guesses each.</source>
        <translation>The network is wrong on 15.3 % of the pictures with five guesses each.</translation>
    </message>
    <message>
        <source>The network repeats {count} of his words.</source>
        <translation>The network repeats {count} of his words.</translation>
    </message>
    <message>
        <source>The neuron goes on from this line, one point at a time.</source>
        <translation>The neuron goes on from this line, one point at a time.</translation>
    </message>
    <message>
        <source>The neuron rests. Take the line and do better, or let it try again.</source>
        <translation>The neuron rests. Take the line and do better, or let it try again.</translation>
    </message>
    <message>
        <source>The next glance</source>
        <translation>The next glance</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>The next one</translation>
    </message>
    <message>
        <source>The next phase</source>
        <translation>The next phase</translation>
    </message>
    <message>
        <source>The numbers end at update {step}</source>
        <translation>The numbers end at update {step}</translation>
    </message>
    <message>
        <source>The numbers grow too large to be written</source>
        <translation>The numbers grow too large to be written</translation>
    </message>
    <message>
        <source>The numbers in column {name} lie within {high}; to be told apart in a picture they must span at least {closest}.</source>
        <translation>The numbers in column {name} lie within {high}; to be told apart in a picture they must span at least {closest}.</translation>
    </message>
    <message>
        <source>The numbers of a line must be from −{largest} to {largest}.</source>
        <translation>The numbers of a line must be from −{largest} to {largest}.</translation>
    </message>
    <message>
        <source>The numeric core could not be probed: {in_one_line}.</source>
        <translation>The numeric core could not be probed: {in_one_line}.</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>The one before</translation>
    </message>
    <message>
        <source>The one class with which training goes on.</source>
        <translation>The one class with which training goes on.</translation>
    </message>
    <message>
        <source>The one learning rate of all networks while rates are equal.</source>
        <translation>The one learning rate of all networks while rates are equal.</translation>
    </message>
    <message>
        <source>The one learning rate of all racers while their rates are the same.</source>
        <translation>The one learning rate of all racers while their rates are the same.</translation>
    </message>
    <message>
        <source>The one unit through which a gradient is pushed.</source>
        <translation>The one unit through which a gradient is pushed.</translation>
    </message>
    <message>
        <source>The pale band is nearly 0; the bar in it counts exact zeros.</source>
        <translation>The pale band is nearly 0; the bar in it counts exact zeros.</translation>
    </message>
    <message>
        <source>The path begins as soon as there is time for it.</source>
        <translation>The path begins as soon as there is time for it.</translation>
    </message>
    <message>
        <source>The path is being trained.</source>
        <translation>The path is being trained.</translation>
    </message>
    <message>
        <source>The path, your own lessons and your guesses take turns in a small window</source>
        <translation>The path, your own lessons and your guesses take turns in a small window</translation>
    </message>
    <message>
        <source>The perceptron</source>
        <translation>The perceptron</translation>
    </message>
    <message>
        <source>The perceptron is still used on big data: why?</source>
        <translation>The perceptron is still used on big data: why?</translation>
    </message>
    <message>
        <source>The phase before</source>
        <translation>The phase before</translation>
    </message>
    <message>
        <source>The picture as it is, on the clipboard</source>
        <translation>The picture as it is, on the clipboard</translation>
    </message>
    <message>
        <source>The picture changed its size while the GIF was made. Save it again.</source>
        <translation>The picture changed its size while the GIF was made. Save it again.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>The picture is on the clipboard.</translation>
    </message>
    <message>
        <source>The picture of the {name} could not be made</source>
        <translation>The picture of the {name} could not be made</translation>
    </message>
    <message>
        <source>The picture {name} is not in the pack.</source>
        <translation>The picture {name} is not in the pack.</translation>
    </message>
    <message>
        <source>The picture {target} lies outside of the pack.</source>
        <translation>The picture {target} lies outside of the pack.</translation>
    </message>
    <message>
        <source>The picture {target} must be a file of this pack, such as pictures/fold.png.</source>
        <translation>The picture {target} must be a file of this pack, such as pictures/fold.png.</translation>
    </message>
    <message>
        <source>The picture {target} must end in one of {pictures}.</source>
        <translation>The picture {target} must end in one of {pictures}.</translation>
    </message>
    <message>
        <source>The plain choice, whatever the width. Biases are drawn too.</source>
        <translation>The plain choice, whatever the width. Biases are drawn too.</translation>
    </message>
    <message>
        <source>The plane as the hidden layer sees it. Left and right arrow keys fold and unfold it, Space folds it once; a cube is turned by dragging, or with up, down, and Shift.</source>
        <translation>The plane as the hidden layer sees it. Left and right arrow keys fold and unfold it, Space folds it once; a cube is turned by dragging, or with up, down, and Shift.</translation>
    </message>
    <message>
        <source>The plane must be one of a network with {count} parameters, as this network has.</source>
        <translation>The plane must be one of a network with {count} parameters, as this network has.</translation>
    </message>
    <message>
        <source>The plane stays where it is while the network goes on; the thread shows how far it has left.</source>
        <translation>The plane stays where it is while the network goes on; the thread shows how far it has left.</translation>
    </message>
    <message>
        <source>The points</source>
        <translation>The points</translation>
    </message>
    <message>
        <source>The points as a table (CSV)</source>
        <translation>The points as a table (CSV)</translation>
    </message>
    <message>
        <source>The price of the two weights, by the squares.</source>
        <translation>The price of the two weights, by the squares.</translation>
    </message>
    <message>
        <source>The price of the two weights, by the sum.</source>
        <translation>The price of the two weights, by the sum.</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>The program</translation>
    </message>
    <message>
        <source>The progress could not be understood; it begins anew, and the old file is {name}.</source>
        <translation>The progress could not be understood; it begins anew, and the old file is {name}.</translation>
    </message>
    <message>
        <source>The progress in {path} cannot be read ({strerror}).</source>
        <translation>The progress in {path} cannot be read ({strerror}).</translation>
    </message>
    <message>
        <source>The progress in {path} could not be understood, nor set aside ({strerror}).</source>
        <translation>The progress in {path} could not be understood, nor set aside ({strerror}).</translation>
    </message>
    <message>
        <source>The proof of all slopes is on or off, not {value}.</source>
        <translation>The proof of all slopes is on or off, not {value}.</translation>
    </message>
    <message>
        <source>The race as a moving picture</source>
        <translation>The race as a moving picture</translation>
    </message>
    <message>
        <source>The reach of a formula must be a number from 0.001 to 1,000,000, not {value}.</source>
        <translation>The reach of a formula must be a number from 0.001 to 1,000,000, not {value}.</translation>
    </message>
    <message>
        <source>The regularization path</source>
        <translation>The regularization path</translation>
    </message>
    <message>
        <source>The rivals: wide margins instead of many layers.</source>
        <translation>The rivals: wide margins instead of many layers.</translation>
    </message>
    <message>
        <source>The root of the running mean of this direction's squared slopes.</source>
        <translation>The root of the running mean of this direction's squared slopes.</translation>
    </message>
    <message>
        <source>The row has more than {what}.</source>
        <translation>The row has more than {what}.</translation>
    </message>
    <message>
        <source>The row has {columns} columns; at most {most_columns} can be read.</source>
        <translation>The row has {columns} columns; at most {most_columns} can be read.</translation>
    </message>
    <message>
        <source>The run did not begin anew</source>
        <translation>The run did not begin anew</translation>
    </message>
    <message>
        <source>The run has come to where it should stop; Play goes on.</source>
        <translation>The run has come to where it should stop; Play goes on.</translation>
    </message>
    <message>
        <source>The run pauses after this epoch.</source>
        <translation>The run pauses after this epoch.</translation>
    </message>
    <message>
        <source>The run pauses when the loss is below.</source>
        <translation>The run pauses when the loss is below.</translation>
    </message>
    <message>
        <source>The same curve, symmetric around 0 and four times as steep.</source>
        <translation>The same curve, symmetric around 0 and four times as steep.</translation>
    </message>
    <message>
        <source>The same in PyTorch and Keras.</source>
        <translation>The same in PyTorch and Keras.</translation>
    </message>
    <message>
        <source>The same in the end, loaded over 200 updates.</source>
        <translation>The same in the end, loaded over 200 updates.</translation>
    </message>
    <message>
        <source>The same network and batches at rate {rate}; only momentum differs. Pass {pass_} of {all}.</source>
        <translation>The same network and batches at rate {rate}; only momentum differs. Pass {pass_} of {all}.</translation>
    </message>
    <message>
        <source>The same network from other random weights.</source>
        <translation>The same network from other random weights.</translation>
    </message>
    <message>
        <source>The same network, the same batches, the same rate; only momentum differs.</source>
        <translation>The same network, the same batches, the same rate; only momentum differs.</translation>
    </message>
    <message>
        <source>The same number of steps on a plateau: plain ones barely move, divided ones walk to the cliff and down.</source>
        <translation>The same number of steps on a plateau: plain ones barely move, divided ones walk to the cliff and down.</translation>
    </message>
    <message>
        <source>The same points, two hidden units</source>
        <translation>The same points, two hidden units</translation>
    </message>
    <message>
        <source>The same saddle, with a minimum on either side to settle in.</source>
        <translation>The same saddle, with a minimum on either side to settle in.</translation>
    </message>
    <message>
        <source>The same seed ({seed}), bit by bit; key R.</source>
        <translation>The same seed ({seed}), bit by bit; key R.</translation>
    </message>
    <message>
        <source>The same seed, bit by bit; key R.</source>
        <translation>The same seed, bit by bit; key R.</translation>
    </message>
    <message>
        <source>The same small network for three examples; each time another half of its hidden units is missing.</source>
        <translation>The same small network for three examples; each time another half of its hidden units is missing.</translation>
    </message>
    <message>
        <source>The same step in another picture</source>
        <translation>The same step in another picture</translation>
    </message>
    <message>
        <source>The script 'solve' cannot be carried out. {error}</source>
        <translation>The script 'solve' cannot be carried out. {error}</translation>
    </message>
    <message>
        <source>The setting {key} must be a number, a text, true or false.</source>
        <translation>The setting {key} must be a number, a text, true or false.</translation>
    </message>
    <message>
        <source>The settings at the top have no end: a second line "{fence}" is missing.</source>
        <translation>The settings at the top have no end: a second line "{fence}" is missing.</translation>
    </message>
    <message>
        <source>The settings at the top have up to {largest_front} characters.</source>
        <translation>The settings at the top have up to {largest_front} characters.</translation>
    </message>
    <message>
        <source>The settings in {parent} could not be understood; using the defaults, {kept}.</source>
        <translation>The settings in {parent} could not be understood; using the defaults, {kept}.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({reason}); using the defaults.</source>
        <translation>The settings in {path} cannot be read ({reason}); using the defaults.</translation>
    </message>
    <message>
        <source>The shapes of scikit-learn's make_moons</source>
        <translation>The shapes of scikit-learn's make_moons</translation>
    </message>
    <message>
        <source>The share of examples that get another example's label; the test keeps the true ones. 1 shuffles all.</source>
        <translation>The share of examples that get another example's label; the test keeps the true ones. 1 shuffles all.</translation>
    </message>
    <message>
        <source>The share of its velocity that a racer keeps, for Momentum and Nesterov alike.</source>
        <translation>The share of its velocity that a racer keeps, for Momentum and Nesterov alike.</translation>
    </message>
    <message>
        <source>The share of its velocity that a weight keeps, for Momentum and Nesterov.</source>
        <translation>The share of its velocity that a weight keeps, for Momentum and Nesterov.</translation>
    </message>
    <message>
        <source>The share of output {output}</source>
        <translation>The share of output {output}</translation>
    </message>
    <message>
        <source>The share of test examples must be a number from 0 to below 1, not {share}.</source>
        <translation>The share of test examples must be a number from 0 to below 1, not {share}.</translation>
    </message>
    <message>
        <source>The share of the training points that get another point's label; the test keeps the true ones.</source>
        <translation>The share of the training points that get another point's label; the test keeps the true ones.</translation>
    </message>
    <message>
        <source>The share of the velocity that survives a step; 0 forgets it at once. Default 0.9: common use.</source>
        <translation>The share of the velocity that survives a step; 0 forgets it at once. Default 0.9: common use.</translation>
    </message>
    <message>
        <source>The share that nobody learns from.</source>
        <translation>The share that nobody learns from.</translation>
    </message>
    <message>
        <source>The share times what arrived above the average</source>
        <translation>The share times what arrived above the average</translation>
    </message>
    <message>
        <source>The size of the step over sixty steps for three tiny constants: a larger constant begins with larger steps.</source>
        <translation>The size of the step over sixty steps for three tiny constants: a larger constant begins with larger steps.</translation>
    </message>
    <message>
        <source>The slope is taken at z, not at the error: a unit far out on a flat stretch passes almost no blame.</source>
        <translation>The slope is taken at z, not at the error: a unit far out on a flat stretch passes almost no blame.</translation>
    </message>
    <message>
        <source>The slope of a weight: what came in, times what has arrived at its sum.</source>
        <translation>The slope of a weight: what came in, times what has arrived at its sum.</translation>
    </message>
    <message>
        <source>The slope of the output has cancelled: the factor is 1.</source>
        <translation>The slope of the output has cancelled: the factor is 1.</translation>
    </message>
    <message>
        <source>The spiral</source>
        <translation>The spiral</translation>
    </message>
    <message>
        <source>The spread of a signal over ten layers: too small weights let it die, Glorot's keep it, too large ones saturate.</source>
        <translation>The spread of a signal over ten layers: too small weights let it die, Glorot's keep it, too large ones saturate.</translation>
    </message>
    <message>
        <source>The squared slopes gathered so far: the ruler that the next step is divided by.</source>
        <translation>The squared slopes gathered so far: the ruler that the next step is divided by.</translation>
    </message>
    <message>
        <source>The step cannot begin. {error}</source>
        <translation>The step cannot begin. {error}</translation>
    </message>
    <message>
        <source>The step is done for you, and noted as shown.</source>
        <translation>The step is done for you, and noted as shown.</translation>
    </message>
    <message>
        <source>The step {title} has no block "{open}".</source>
        <translation>The step {title} has no block "{open}".</translation>
    </message>
    <message>
        <source>The steps of the momentum curve must rise: {after} does not come after {before}.</source>
        <translation>The steps of the momentum curve must rise: {after} does not come after {before}.</translation>
    </message>
    <message>
        <source>The sum of both is made small, so the loss of the data gives way.</source>
        <translation>The sum of both is made small, so the loss of the data gives way.</translation>
    </message>
    <message>
        <source>The surprise at the right answer. Its gradient a − y stays strong where the output is sure and wrong.</source>
        <translation>The surprise at the right answer. Its gradient a − y stays strong where the output is sure and wrong.</translation>
    </message>
    <message>
        <source>The survey of Jamil &amp; Yang 2013</source>
        <translation>The survey of Jamil &amp; Yang 2013</translation>
    </message>
    <message>
        <source>The table at the top does not end: there is no second line {fence}.</source>
        <translation>The table at the top does not end: there is no second line {fence}.</translation>
    </message>
    <message>
        <source>The table has all {count} lessons.</source>
        <translation>The table has all {count} lessons.</translation>
    </message>
    <message>
        <source>The table has more than {most_numbers} numbers.</source>
        <translation>The table has more than {most_numbers} numbers.</translation>
    </message>
    <message>
        <source>The table has more than {most_rows} rows.</source>
        <translation>The table has more than {most_rows} rows.</translation>
    </message>
    <message>
        <source>The table is nested too deeply.</source>
        <translation>The table is nested too deeply.</translation>
    </message>
    <message>
        <source>The table is no TOML: {reason}.</source>
        <translation>The table is no TOML: {reason}.</translation>
    </message>
    <message>
        <source>The teacher lies about {lies} of {count} digits.</source>
        <translation>The teacher lies about {lies} of {count} digits.</translation>
    </message>
    <message>
        <source>The text may have no pictures and no HTML.</source>
        <translation>The text may have no pictures and no HTML.</translation>
    </message>
    <message>
        <source>The text must have {fewest_words} to {most_words} words; it has {words}.</source>
        <translation>The text must have {fewest_words} to {most_words} words; it has {words}.</translation>
    </message>
    <message>
        <source>The text of a step has up to {most_text_lines} lines and {longest_text} characters; this has {lines} and {text}.</source>
        <translation>The text of a step has up to {most_text_lines} lines and {longest_text} characters; this has {lines} and {text}.</translation>
    </message>
    <message>
        <source>The thought experiment of the article</source>
        <translation>The thought experiment of the article</translation>
    </message>
    <message>
        <source>The timeline takes its place.</source>
        <translation>The timeline takes its place.</translation>
    </message>
    <message>
        <source>The top of a lesson</source>
        <translation>The top of a lesson</translation>
    </message>
    <message>
        <source>The tour can be had again from the search of actions.</source>
        <translation>The tour can be had again from the search of actions.</translation>
    </message>
    <message>
        <source>The translation {name} cannot be used ({why}); the program speaks English.</source>
        <translation>The translation {name} cannot be used ({why}); the program speaks English.</translation>
    </message>
    <message>
        <source>The two sums of RMSprop, or the top speed of momentum.</source>
        <translation>The two sums of RMSprop, or the top speed of momentum.</translation>
    </message>
    <message>
        <source>The unit of 1986 again, its weights four times as large because its slope is a quarter.</source>
        <translation>The unit of 1986 again, its weights four times as large because its slope is a quarter.</translation>
    </message>
    <message>
        <source>The unit of 1986 with the usual start of its time.</source>
        <translation>The unit of 1986 with the usual start of its time.</translation>
    </message>
    <message>
        <source>The unit's line</source>
        <translation>The unit's line</translation>
    </message>
    <message>
        <source>The units that are missed most stay away, one after the other.</source>
        <translation>The units that are missed most stay away, one after the other.</translation>
    </message>
    <message>
        <source>The update</source>
        <translation>The update</translation>
    </message>
    <message>
        <source>The update after which at most a quarter of the training digits was still wrong. Pretraining is not counted.</source>
        <translation>The update after which at most a quarter of the training digits was still wrong. Pretraining is not counted.</translation>
    </message>
    <message>
        <source>The update by {optimizer}.</source>
        <translation>The update by {optimizer}.</translation>
    </message>
    <message>
        <source>The value of an edit has more than {most_parts} parts.</source>
        <translation>The value of an edit has more than {most_parts} parts.</translation>
    </message>
    <message>
        <source>The value of an edit is made of numbers, short texts and lists, not {value}.</source>
        <translation>The value of an edit is made of numbers, short texts and lists, not {value}.</translation>
    </message>
    <message>
        <source>The wedge into which two of three noisy looks downhill fall; gradient noise opens it.</source>
        <translation>The wedge into which two of three noisy looks downhill fall; gradient noise opens it.</translation>
    </message>
    <message>
        <source>The weights ({numbers}) come back after {length} examples ({times}) with {wrong} each time: the rule runs in a circle and will never settle.</source>
        <translation>The weights ({numbers}) come back after {length} examples ({times}) with {wrong} each time: the rule runs in a circle and will never settle.</translation>
    </message>
    <message>
        <source>The weights have moved. Their step used the mean of these slopes over all examples.</source>
        <translation>The weights have moved. Their step used the mean of these slopes over all examples.</translation>
    </message>
    <message>
        <source>The weights of layer {layer}</source>
        <translation>The weights of layer {layer}</translation>
    </message>
    <message>
        <source>The weights of two hidden units that find symmetry: equal and opposite on both sides of the middle, in the proportions one, two, four.</source>
        <translation>The weights of two hidden units that find symmetry: equal and opposite on both sides of the middle, in the proportions one, two, four.</translation>
    </message>
    <message>
        <source>The whole of the timeline</source>
        <translation>The whole of the timeline</translation>
    </message>
    <message>
        <source>The whole step</source>
        <translation>The whole step</translation>
    </message>
    <message>
        <source>The {key} unit has {weights} weights, the points need {shape}.</source>
        <translation>The {key} unit has {weights} weights, the points need {shape}.</translation>
    </message>
    <message>
        <source>The {name} stopped</source>
        <translation>The {name} stopped</translation>
    </message>
    <message>
        <source>Their ways down</source>
        <translation>Their ways down</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Theme, motion, language, size of the interface</source>
        <translation>Theme, motion, language, size of the interface</translation>
    </message>
    <message>
        <source>There are networks 0 to {last}, not {index}.</source>
        <translation>There are networks 0 to {last}, not {index}.</translation>
    </message>
    <message>
        <source>There are no points to scale.</source>
        <translation>There are no points to scale.</translation>
    </message>
    <message>
        <source>There are no points: place some, or choose a data set.</source>
        <translation>There are no points: place some, or choose a data set.</translation>
    </message>
    <message>
        <source>There are no settings.</source>
        <translation>There are no settings.</translation>
    </message>
    <message>
        <source>There are twins 0 to {count}, not {number}.</source>
        <translation>There are twins 0 to {count}, not {number}.</translation>
    </message>
    <message>
        <source>There are twins 0 to {parameters}, not {twin}.</source>
        <translation>There are twins 0 to {parameters}, not {twin}.</translation>
    </message>
    <message>
        <source>There are two steps with the title {title}.</source>
        <translation>There are two steps with the title {title}.</translation>
    </message>
    <message>
        <source>There are {columns} columns; {wanted} are needed: inputs first, then what is learned.</source>
        <translation>There are {columns} columns; {wanted} are needed: inputs first, then what is learned.</translation>
    </message>
    <message>
        <source>There are {counts} lessons named {key}.</source>
        <translation>There are {counts} lessons named {key}.</translation>
    </message>
    <message>
        <source>There are {hidden} hidden layers, not {names}; give one activation, or {hidden}.</source>
        <translation>There are {hidden} hidden layers, not {names}; give one activation, or {hidden}.</translation>
    </message>
    <message>
        <source>There are {most_seasons} seasons already; erase one first.</source>
        <translation>There are {most_seasons} seasons already; erase one first.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>There are: {names}.</translation>
    </message>
    <message>
        <source>There is a NUL character in the text.</source>
        <translation>There is a NUL character in the text.</translation>
    </message>
    <message>
        <source>There is a NUL character: this is no text table, or it is UTF-16.</source>
        <translation>There is a NUL character: this is no text table, or it is UTF-16.</translation>
    </message>
    <message>
        <source>There is a control character in this line.</source>
        <translation>There is a control character in this line.</translation>
    </message>
    <message>
        <source>There is no arm {value}.</source>
        <translation>There is no arm {value}.</translation>
    </message>
    <message>
        <source>There is no class {answer}.</source>
        <translation>There is no class {answer}.</translation>
    </message>
    <message>
        <source>There is no encoding {encoding} here. There are: {names}.</source>
        <translation>There is no encoding {encoding} here. There are: {names}.</translation>
    </message>
    <message>
        <source>There is no event with the number {number}.</source>
        <translation>There is no event with the number {number}.</translation>
    </message>
    <message>
        <source>There is no hidden layer whose units could be missed.</source>
        <translation>There is no hidden layer whose units could be missed.</translation>
    </message>
    <message>
        <source>There is no hidden layer: choose a task with one.</source>
        <translation>There is no hidden layer: choose a task with one.</translation>
    </message>
    <message>
        <source>There is no layer {place}.</source>
        <translation>There is no layer {place}.</translation>
    </message>
    <message>
        <source>There is no lesson in it: no file that ends in .md.</source>
        <translation>There is no lesson in it: no file that ends in .md.</translation>
    </message>
    <message>
        <source>There is no option number {expected}.</source>
        <translation>There is no option number {expected}.</translation>
    </message>
    <message>
        <source>There is no other term {key}.</source>
        <translation>There is no other term {key}.</translation>
    </message>
    <message>
        <source>There is no point number {value}.</source>
        <translation>There is no point number {value}.</translation>
    </message>
    <message>
        <source>There is no race yet, so there is nothing to make a GIF of.</source>
        <translation>There is no race yet, so there is nothing to make a GIF of.</translation>
    </message>
    <message>
        <source>There is no setting {key}.</source>
        <translation>There is no setting {key}.</translation>
    </message>
    <message>
        <source>There is no such {what} in layer {place}.</source>
        <translation>There is no such {what} in layer {place}.</translation>
    </message>
    <message>
        <source>There is no task {key} in the lab.</source>
        <translation>There is no task {key} in the lab.</translation>
    </message>
    <message>
        <source>There is no translation for {code}; the program speaks English.</source>
        <translation>There is no translation for {code}; the program speaks English.</translation>
    </message>
    <message>
        <source>There is no {kind} {given}.</source>
        <translation>There is no {kind} {given}.</translation>
    </message>
    <message>
        <source>There is no {name}: it is shown untranslated.</source>
        <translation>There is no {name}: it is shown untranslated.</translation>
    </message>
    <message>
        <source>There is nothing to see.</source>
        <translation>There is nothing to see.</translation>
    </message>
    <message>
        <source>There is one point to learn from; whatever is said of it will be right.</source>
        <translation>There is one point to learn from; whatever is said of it will be right.</translation>
    </message>
    <message>
        <source>There is only one column, {line}; columns are separated by comma, semicolon or tab.</source>
        <translation>There is only one column, {line}; columns are separated by comma, semicolon or tab.</translation>
    </message>
    <message>
        <source>There is {what}.</source>
        <translation>There is {what}.</translation>
    </message>
    <message>
        <source>There may be up to {most_classes} classes, not {classes}.</source>
        <translation>There may be up to {most_classes} classes, not {classes}.</translation>
    </message>
    <message>
        <source>There may be up to {most_hidden_layers} hidden layers, not {sizes}.</source>
        <translation>There may be up to {most_hidden_layers} hidden layers, not {sizes}.</translation>
    </message>
    <message>
        <source>There may be up to {most_hidden_layers} hidden layers.</source>
        <translation>There may be up to {most_hidden_layers} hidden layers.</translation>
    </message>
    <message>
        <source>There may be up to {most_points} points, not {x}.</source>
        <translation>There may be up to {most_points} points, not {x}.</translation>
    </message>
    <message>
        <source>There may be up to {most_points} points; remove some first.</source>
        <translation>There may be up to {most_points} points; remove some first.</translation>
    </message>
    <message>
        <source>There may be up to {most} hidden layers, not {sizes}.</source>
        <translation>There may be up to {most} hidden layers, not {sizes}.</translation>
    </message>
    <message>
        <source>There must be weights and biases for {plan} layers.</source>
        <translation>There must be weights and biases for {plan} layers.</translation>
    </message>
    <message>
        <source>There {count}, but the first row has {columns}.</source>
        <translation>There {count}, but the first row has {columns}.</translation>
    </message>
    <message>
        <source>These are the numbers after the update. Step back to change {matrix}.</source>
        <translation>These are the numbers after the update. Step back to change {matrix}.</translation>
    </message>
    <message>
        <source>These data are no pictures.</source>
        <translation>These data are no pictures.</translation>
    </message>
    <message>
        <source>These data have {inputs} inputs and {outputs} outputs; the layers must begin and end with these.</source>
        <translation>These data have {inputs} inputs and {outputs} outputs; the layers must begin and end with these.</translation>
    </message>
    <message>
        <source>These inputs are 0 or 1; they need no other scale.</source>
        <translation>These inputs are 0 or 1; they need no other scale.</translation>
    </message>
    <message>
        <source>These lessons are not where they were: {names}.</source>
        <translation>These lessons are not where they were: {names}.</translation>
    </message>
    <message>
        <source>These networks will take over computer vision.</source>
        <translation>These networks will take over computer vision.</translation>
    </message>
    <message>
        <source>These points have numbers, not classes; move one to change its number.</source>
        <translation>These points have numbers, not classes; move one to change its number.</translation>
    </message>
    <message>
        <source>These rows are as they are; choose a data set of the plane to move points.</source>
        <translation>These rows are as they are; choose a data set of the plane to move points.</translation>
    </message>
    <message>
        <source>These settings belong to different simulations.</source>
        <translation>These settings belong to different simulations.</translation>
    </message>
    <message>
        <source>These settings do not belong to {key}.</source>
        <translation>These settings do not belong to {key}.</translation>
    </message>
    <message>
        <source>These weights would be too large for the computer's numbers.</source>
        <translation>These weights would be too large for the computer's numbers.</translation>
    </message>
    <message>
        <source>They start at once, beside this one.</source>
        <translation>They start at once, beside this one.</translation>
    </message>
    <message>
        <source>Things move</source>
        <translation>Things move</translation>
    </message>
    <message>
        <source>Things stand still</source>
        <translation>Things stand still</translation>
    </message>
    <message>
        <source>Thirty handwritten digits of 8 by 8 pixels, three of each kind: those of this program, not MNIST.</source>
        <translation>Thirty handwritten digits of 8 by 8 pixels, three of each kind: those of this program, not MNIST.</translation>
    </message>
    <message>
        <source>This answer comes from the run; it is not typed.</source>
        <translation>This answer comes from the run; it is not typed.</translation>
    </message>
    <message>
        <source>This answer {said}.</source>
        <translation>This answer {said}.</translation>
    </message>
    <message>
        <source>This cannot be noted: a value of a wrong kind, too long a name, or too many steps.</source>
        <translation>This cannot be noted: a value of a wrong kind, too long a name, or too many steps.</translation>
    </message>
    <message>
        <source>This cannot be opened: {reason}.</source>
        <translation>This cannot be opened: {reason}.</translation>
    </message>
    <message>
        <source>This could not be opened</source>
        <translation>This could not be opened</translation>
    </message>
    <message>
        <source>This file cannot be read: {reason}.</source>
        <translation>This file cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>This file cannot be read: {strerror}.</source>
        <translation>This file cannot be read: {strerror}.</translation>
    </message>
    <message>
        <source>This file is not UTF-8.</source>
        <translation>This file is not UTF-8.</translation>
    </message>
    <message>
        <source>This is nested deeper than {deepest} levels.</source>
        <translation>This is nested deeper than {deepest} levels.</translation>
    </message>
    <message>
        <source>This is no number. Write for instance 0.25 or 3e-4.</source>
        <translation>This is no number. Write for instance 0.25 or 3e-4.</translation>
    </message>
    <message>
        <source>This is no plain file.</source>
        <translation>This is no plain file.</translation>
    </message>
    <message>
        <source>This is no plain file; links are not followed.</source>
        <translation>This is no plain file; links are not followed.</translation>
    </message>
    <message>
        <source>This is no question about a step of a lesson.</source>
        <translation>This is no question about a step of a lesson.</translation>
    </message>
    <message>
        <source>This is not TOML: a number or a date in it cannot be read.</source>
        <translation>This is not TOML: a number or a date in it cannot be read.</translation>
    </message>
    <message>
        <source>This is not TOML: {sub}.</source>
        <translation>This is not TOML: {sub}.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>This is not a file.</translation>
    </message>
    <message>
        <source>This is reached.</source>
        <translation>This is reached.</translation>
    </message>
    <message>
        <source>This is still to reach.</source>
        <translation>This is still to reach.</translation>
    </message>
    <message>
        <source>This lane reads from right to left, the way the error travels.</source>
        <translation>This lane reads from right to left, the way the error travels.</translation>
    </message>
    <message>
        <source>This leads to {host}, unprotected. The whole address is:</source>
        <translation>This leads to {host}, unprotected. The whole address is:</translation>
    </message>
    <message>
        <source>This leads to {host}. The whole address is:</source>
        <translation>This leads to {host}. The whole address is:</translation>
    </message>
    <message>
        <source>This line is yours now. How many can it get right?</source>
        <translation>This line is yours now. How many can it get right?</translation>
    </message>
    <message>
        <source>This link leads nowhere: {link}</source>
        <translation>This link leads nowhere: {link}</translation>
    </message>
    <message>
        <source>This link leaves the program</source>
        <translation>This link leaves the program</translation>
    </message>
    <message>
        <source>This network has no hidden layer: nobody can fall ill.</source>
        <translation>This network has no hidden layer: nobody can fall ill.</translation>
    </message>
    <message>
        <source>This neuron has been trying since you opened the window. Take the line and do better.</source>
        <translation>This neuron has been trying since you opened the window. Take the line and do better.</translation>
    </message>
    <message>
        <source>This nudge carries a sum over a corner of the function, where the slopes of both sides differ.</source>
        <translation>This nudge carries a sum over a corner of the function, where the slopes of both sides differ.</translation>
    </message>
    <message>
        <source>This run could not begin</source>
        <translation>This run could not begin</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>This step</translation>
    </message>
    <message>
        <source>This step waits at: {panel}</source>
        <translation>This step waits at: {panel}</translation>
    </message>
    <message>
        <source>This sum has left the finite numbers.</source>
        <translation>This sum has left the finite numbers.</translation>
    </message>
    <message>
        <source>This surface has no floor there: {title} fell farther and farther along {name}.</source>
        <translation>This surface has no floor there: {title} fell farther and farther along {name}.</translation>
    </message>
    <message>
        <source>This surface has no saddle to leave.</source>
        <translation>This surface has no saddle to leave.</translation>
    </message>
    <message>
        <source>This takes too long.</source>
        <translation>This takes too long.</translation>
    </message>
    <message>
        <source>This takes too long; a step of a lesson must be computed within seconds.</source>
        <translation>This takes too long; a step of a lesson must be computed within seconds.</translation>
    </message>
    <message>
        <source>This text is nested too deep to be shown.</source>
        <translation>This text is nested too deep to be shown.</translation>
    </message>
    <message>
        <source>This writes a letter in your mail program to:</source>
        <translation>This writes a letter in your mail program to:</translation>
    </message>
    <message>
        <source>This zip is damaged or not one: {reason}.</source>
        <translation>This zip is damaged or not one: {reason}.</translation>
    </message>
    <message>
        <source>Those that act at once, and those with which everything begins anew.</source>
        <translation>Those that act at once, and those with which everything begins anew.</translation>
    </message>
    <message>
        <source>Thousands of skiers from starts around yours: one path is an anecdote, a crowd shows the rule.</source>
        <translation>Thousands of skiers from starts around yours: one path is an anecdote, a crowd shows the rule.</translation>
    </message>
    <message>
        <source>Thousands of starts at once: side by side on a grid, or scattered around the start.</source>
        <translation>Thousands of starts at once: side by side on a grid, or scattered around the start.</translation>
    </message>
    <message>
        <source>Three arms</source>
        <translation>Three arms</translation>
    </message>
    <message>
        <source>Three classes</source>
        <translation>Three classes</translation>
    </message>
    <message>
        <source>Three corners against one: a single line does it.</source>
        <translation>Three corners against one: a single line does it.</translation>
    </message>
    <message>
        <source>Three gears of 24, 12 and 8 teeth: one turn of the first makes two of the second and three of the last.</source>
        <translation>Three gears of 24, 12 and 8 teeth: one turn of the first makes two of the second and three of the last.</translation>
    </message>
    <message>
        <source>Three hills and three hollows over the plane.</source>
        <translation>Three hills and three hollows over the plane.</translation>
    </message>
    <message>
        <source>Three hints: the handle, the path, the time</source>
        <translation>Three hints: the handle, the path, the time</translation>
    </message>
    <message>
        <source>Three round clouds: one output per class.</source>
        <translation>Three round clouds: one output per class.</translation>
    </message>
    <message>
        <source>Three rules, a far cloud</source>
        <translation>Three rules, a far cloud</translation>
    </message>
    <message>
        <source>Three rules, four points: which line gets all right?</source>
        <translation>Three rules, four points: which line gets all right?</translation>
    </message>
    <message>
        <source>Three rules, one stream of points</source>
        <translation>Three rules, one stream of points</translation>
    </message>
    <message>
        <source>Three units with two inputs each, and for which of the four pairs of inputs each fires: a and b, a or b, a but not b.</source>
        <translation>Three units with two inputs each, and for which of the four pairs of inputs each fires: a and b, a or b, a but not b.</translation>
    </message>
    <message>
        <source>Three ways down, one for the tail; so level at the centre that even the curvature vanishes there.</source>
        <translation>Three ways down, one for the tail; so level at the centre that even the curvature vanishes there.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>Thrown out by a real network</source>
        <translation>Thrown out by a real network</translation>
    </message>
    <message>
        <source>Thrown out of the half-pipe</source>
        <translation>Thrown out of the half-pipe</translation>
    </message>
    <message>
        <source>Tibshirani 1996; Daubechies, Defrise &amp; De Mol 2004</source>
        <translation>Tibshirani 1996; Daubechies, Defrise &amp; De Mol 2004</translation>
    </message>
    <message>
        <source>Tieleman &amp; Hinton 2012, lecture 6e</source>
        <translation>Tieleman &amp; Hinton 2012, lecture 6e</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Time goes on.</source>
        <translation>Time goes on.</translation>
    </message>
    <message>
        <source>Time is a control</source>
        <translation>Time is a control</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>TimelinePanel</source>
        <translation>TimelinePanel</translation>
    </message>
    <message>
        <source>Tiny</source>
        <translation>Tiny</translation>
    </message>
    <message>
        <source>Tiny networks from other seeds</source>
        <translation>Tiny networks from other seeds</translation>
    </message>
    <message>
        <source>Tiny networks on XOR, two hidden units</source>
        <translation>Tiny networks on XOR, two hidden units</translation>
    </message>
    <message>
        <source>Tiny or huge, the quotient is of order one; the learning rate then sets the step.</source>
        <translation>Tiny or huge, the quotient is of order one; the learning rate then sets the step.</translation>
    </message>
    <message>
        <source>Tiny steps, or the walls throw you up and out: above a rate of 0.02 plain descent climbs.</source>
        <translation>Tiny steps, or the walls throw you up and out: above a rate of 0.02 plain descent climbs.</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>To move a line, name the learner and the line, not {value}.</source>
        <translation>To move a line, name the learner and the line, not {value}.</translation>
    </message>
    <message>
        <source>To nudge one number up and down takes two walks forward. All {count} take {walks}; one walk forward and one back give the same slopes. The network that read zip codes in 1989 has 9,760 numbers: 19,520 walks.</source>
        <translation>To nudge one number up and down takes two walks forward. All {count} take {walks}; one walk forward and one back give the same slopes. The network that read zip codes in 1989 has 9,760 numbers: 19,520 walks.</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>To the end</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>To the start</translation>
    </message>
    <message>
        <source>Told to the press about the perceptron, 1958</source>
        <translation>Told to the press about the perceptron, 1958</translation>
    </message>
    <message>
        <source>Top speed</source>
        <translation>Top speed</translation>
    </message>
    <message>
        <source>Top speed {value}</source>
        <translation>Top speed {value}</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Train again</translation>
    </message>
    <message>
        <source>Train all</source>
        <translation>Train all</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Train on</translation>
    </message>
    <message>
        <source>Train on all</source>
        <translation>Train on all</translation>
    </message>
    <message>
        <source>Train on digits of all classes again.</source>
        <translation>Train on digits of all classes again.</translation>
    </message>
    <message>
        <source>Train them</source>
        <translation>Train them</translation>
    </message>
    <message>
        <source>Train {network}</source>
        <translation>Train {network}</translation>
    </message>
    <message>
        <source>Train {usual} twins</source>
        <translation>Train {usual} twins</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Training loss</translation>
    </message>
    <message>
        <source>Training loss over passes</source>
        <translation>Training loss over passes</translation>
    </message>
    <message>
        <source>Training loss over updates</source>
        <translation>Training loss over updates</translation>
    </message>
    <message>
        <source>Training loss, pass by pass</source>
        <translation>Training loss, pass by pass</translation>
    </message>
    <message>
        <source>Training loss, step by step</source>
        <translation>Training loss, step by step</translation>
    </message>
    <message>
        <source>Training losses of the wide networks</source>
        <translation>Training losses of the wide networks</translation>
    </message>
    <message>
        <source>Travelled</source>
        <translation>Travelled</translation>
    </message>
    <message>
        <source>True loss</source>
        <translation>True loss</translation>
    </message>
    <message>
        <source>True loss {here}, drawn loss {drawn}, {off}.</source>
        <translation>True loss {here}, drawn loss {drawn}, {off}.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Try it now</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Tuned</translation>
    </message>
    <message>
        <source>Turns the sums of a layer into shares that add up to 1: the probabilities of the classes.</source>
        <translation>Turns the sums of a layer into shares that add up to 1: the probabilities of the classes.</translation>
    </message>
    <message>
        <source>Twice the variance, because ReLU silences half of the units.</source>
        <translation>Twice the variance, because ReLU silences half of the units.</translation>
    </message>
    <message>
        <source>Twin {number} left the finite numbers; there is nothing to load.</source>
        <translation>Twin {number} left the finite numbers; there is nothing to load.</translation>
    </message>
    <message>
        <source>Twins</source>
        <translation>Twins</translation>
    </message>
    <message>
        <source>Twins by their last loss</source>
        <translation>Twins by their last loss</translation>
    </message>
    <message>
        <source>Two arms wound around each other: the hard one.</source>
        <translation>Two arms wound around each other: the hard one.</translation>
    </message>
    <message>
        <source>Two bills</source>
        <translation>Two bills</translation>
    </message>
    <message>
        <source>Two classes that overlap; a few points lie within the street or on its wrong side and pay by their distance.</source>
        <translation>Two classes that overlap; a few points lie within the street or on its wrong side and pay by their distance.</translation>
    </message>
    <message>
        <source>Two classes with the widest street between them; the few points on its kerbs are ringed.</source>
        <translation>Two classes with the widest street between them; the few points on its kerbs are ringed.</translation>
    </message>
    <message>
        <source>Two family trees of the same shape and six hidden units between them, which must stand for all 24 people.</source>
        <translation>Two family trees of the same shape and six hidden units between them, which must stand for all 24 people.</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation>Two half circles that reach into each other.</translation>
    </message>
    <message>
        <source>Two hidden units fold the plane</source>
        <translation>Two hidden units fold the plane</translation>
    </message>
    <message>
        <source>Two hidden units: does training find the fold?</source>
        <translation>Two hidden units: does training find the fold?</translation>
    </message>
    <message>
        <source>Two layers whose answer is added to what passes beside them; with forty layers 51 % without and 96 % with such ways.</source>
        <translation>Two layers whose answer is added to what passes beside them; with forty layers 51 % without and 96 % with such ways.</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>Two moons</translation>
    </message>
    <message>
        <source>Two networks are needed to compare.</source>
        <translation>Two networks are needed to compare.</translation>
    </message>
    <message>
        <source>Two options are the same.</source>
        <translation>Two options are the same.</translation>
    </message>
    <message>
        <source>Two options have the same value.</source>
        <translation>Two options have the same value.</translation>
    </message>
    <message>
        <source>Two round clouds: the best border is a straight line.</source>
        <translation>Two round clouds: the best border is a straight line.</translation>
    </message>
    <message>
        <source>Two rows of spikes; each time both fire together, the connection below grows by a step.</source>
        <translation>Two rows of spikes; each time both fire together, the connection below grows by a step.</translation>
    </message>
    <message>
        <source>Two straight lines that meet: two ReLU units are exact.</source>
        <translation>Two straight lines that meet: two ReLU units are exact.</translation>
    </message>
    <message>
        <source>Two sums</source>
        <translation>Two sums</translation>
    </message>
    <message>
        <source>Two tables of which units are on together, awake and dreaming; their difference is the change of each weight.</source>
        <translation>Two tables of which units are on together, awake and dreaming; their difference is the change of each weight.</translation>
    </message>
    <message>
        <source>Two ways to put a slope and a jump together: the slope where one stands, or the slope where the jump ends.</source>
        <translation>Two ways to put a slope and a jump together: the slope where one stands, or the slope where the jump ends.</translation>
    </message>
    <message>
        <source>Two weights</source>
        <translation>Two weights</translation>
    </message>
    <message>
        <source>Two weights and their price</source>
        <translation>Two weights and their price</translation>
    </message>
    <message>
        <source>Two weights learn to tell two half-moons apart; every step averages over all hundred points.</source>
        <translation>Two weights learn to tell two half-moons apart; every step averages over all hundred points.</translation>
    </message>
    <message>
        <source>Two wells</source>
        <translation>Two wells</translation>
    </message>
    <message>
        <source>Two-parameter network</source>
        <translation>Two-parameter network</translation>
    </message>
    <message>
        <source>TwoSeen</source>
        <translation>TwoSeen</translation>
    </message>
    <message>
        <source>Type a number; a comma or a point parts the decimals.</source>
        <translation>Type a number; a comma or a point parts the decimals.</translation>
    </message>
    <message>
        <source>Type a value</source>
        <translation>Type a value</translation>
    </message>
    <message>
        <source>Type some letters, choose with the arrow keys, press Enter.</source>
        <translation>Type some letters, choose with the arrow keys, press Enter.</translation>
    </message>
    <message>
        <source>Type some letters, go through what is found with the arrow keys.</source>
        <translation>Type some letters, go through what is found with the arrow keys.</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Type what you want to do</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>Typed here</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Unfold the reason.</source>
        <translation>Unfold the reason.</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Uniform</translation>
    </message>
    <message>
        <source>Unit {index}: {numbers}.</source>
        <translation>Unit {index}: {numbers}.</translation>
    </message>
    <message>
        <source>UnitState</source>
        <translation>UnitState</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Units a layer</source>
        <translation>Units a layer</translation>
    </message>
    <message>
        <source>Units and how they learn</source>
        <translation>Units and how they learn</translation>
    </message>
    <message>
        <source>Units of each hidden layer: 4 2.</source>
        <translation>Units of each hidden layer: 4 2.</translation>
    </message>
    <message>
        <source>Units of each hidden layer: 64 64.</source>
        <translation>Units of each hidden layer: 64 64.</translation>
    </message>
    <message>
        <source>Units of every layer, inputs first and outputs last: 3 5 2.</source>
        <translation>Units of every layer, inputs first and outputs last: 3 5 2.</translation>
    </message>
    <message>
        <source>Units of hidden layer {layer}</source>
        <translation>Units of hidden layer {layer}</translation>
    </message>
    <message>
        <source>Units that answer none of 256 training digits. Only a gate can be shut for good.</source>
        <translation>Units that answer none of 256 training digits. Only a gate can be shut for good.</translation>
    </message>
    <message>
        <source>Units {one} and {two}: {r}.</source>
        <translation>Units {one} and {two}: {r}.</translation>
    </message>
    <message>
        <source>Unpacked, a pack has up to {largest_all} MB.</source>
        <translation>Unpacked, a pack has up to {largest_all} MB.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Untrained networks</source>
        <translation>Untrained networks</translation>
    </message>
    <message>
        <source>Up and Down walk from lane to lane.</source>
        <translation>Up and Down walk from lane to lane.</translation>
    </message>
    <message>
        <source>Up and Down walk from line to line.</source>
        <translation>Up and Down walk from line to line.</translation>
    </message>
    <message>
        <source>Up and Down walk from network to network.</source>
        <translation>Up and Down walk from network to network.</translation>
    </message>
    <message>
        <source>Up and Down walk, Space shows or hides a line on the map, Enter singles a learner out.</source>
        <translation>Up and Down walk, Space shows or hides a line on the map, Enter singles a learner out.</translation>
    </message>
    <message>
        <source>Up to {count} packs can be open; remove one first.</source>
        <translation>Up to {count} packs can be open; remove one first.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Update {step} would make {name} larger than any number the computer has.</source>
        <translation>Update {step} would make {name} larger than any number the computer has.</translation>
    </message>
    <message>
        <source>Updates of a ramp</source>
        <translation>Updates of a ramp</translation>
    </message>
    <message>
        <source>Use the whole screen, or give it back</source>
        <translation>Use the whole screen, or give it back</translation>
    </message>
    <message>
        <source>Use {encodings}</source>
        <translation>Use {encodings}</translation>
    </message>
    <message>
        <source>Valleys</source>
        <translation>Valleys</translation>
    </message>
    <message>
        <source>ValleysSeen</source>
        <translation>ValleysSeen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Violet marks: where the share of endlessly many twins lies, 19 times in 20.</source>
        <translation>Violet marks: where the share of endlessly many twins lies, 19 times in 20.</translation>
    </message>
    <message>
        <source>Volcano</source>
        <translation>Volcano</translation>
    </message>
    <message>
        <source>Walk through this network</source>
        <translation>Walk through this network</translation>
    </message>
    <message>
        <source>Walk through this network rule by rule, forward and back.</source>
        <translation>Walk through this network rule by rule, forward and back.</translation>
    </message>
    <message>
        <source>Walk through: {title}</source>
        <translation>Walk through: {title}</translation>
    </message>
    <message>
        <source>Wall of classes</source>
        <translation>Wall of classes</translation>
    </message>
    <message>
        <source>Was that luck?</source>
        <translation>Was that luck?</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Waves</translation>
    </message>
    <message>
        <source>Ways down</source>
        <translation>Ways down</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>Weight from {unit_words} to {other_unit_words}</source>
        <translation>Weight from {unit_words} to {other_unit_words}</translation>
    </message>
    <message>
        <source>Weight from {unit} to {other_unit} in layer {layer}</source>
        <translation>Weight from {unit} to {other_unit} in layer {layer}</translation>
    </message>
    <message>
        <source>Weight {index}: {numbers}.</source>
        <translation>Weight {index}: {numbers}.</translation>
    </message>
    <message>
        <source>WeightSeen</source>
        <translation>WeightSeen</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Weights</translation>
    </message>
    <message>
        <source>Weights of a size below 0.05, the zeros among them.</source>
        <translation>Weights of a size below 0.05, the zeros among them.</translation>
    </message>
    <message>
        <source>Weights that are exactly 0.</source>
        <translation>Weights that are exactly 0.</translation>
    </message>
    <message>
        <source>Weights that are too large</source>
        <translation>Weights that are too large</translation>
    </message>
    <message>
        <source>Werbos, 1981 and 1982.</source>
        <translation>Werbos, 1981 and 1982.</translation>
    </message>
    <message>
        <source>What TensorFlow Playground starts with.</source>
        <translation>What TensorFlow Playground starts with.</translation>
    </message>
    <message>
        <source>What `goal` and `answer` can ask. A setting that is a number can be asked too, with `config.` before it.</source>
        <translation>What `goal` and `answer` can ask. A setting that is a number can be asked too, with `config.` before it.</translation>
    </message>
    <message>
        <source>What a hidden unit makes of its sum.</source>
        <translation>What a hidden unit makes of its sum.</translation>
    </message>
    <message>
        <source>What a layer says is what the next layer hears.</source>
        <translation>What a layer says is what the next layer hears.</translation>
    </message>
    <message>
        <source>What a single unit computes.</source>
        <translation>What a single unit computes.</translation>
    </message>
    <message>
        <source>What all masks answer together</source>
        <translation>What all masks answer together</translation>
    </message>
    <message>
        <source>What arrived, times the slope of {function}</source>
        <translation>What arrived, times the slope of {function}</translation>
    </message>
    <message>
        <source>What arrives behind one unit</source>
        <translation>What arrives behind one unit</translation>
    </message>
    <message>
        <source>What arrives is the error of the layer before.</source>
        <translation>What arrives is the error of the layer before.</translation>
    </message>
    <message>
        <source>What becomes of the class when half of it is ill?</source>
        <translation>What becomes of the class when half of it is ill?</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>What came</translation>
    </message>
    <message>
        <source>What came in, times who was to blame: the slope for every weight.</source>
        <translation>What came in, times who was to blame: the slope for every weight.</translation>
    </message>
    <message>
        <source>What can be taken hold of</source>
        <translation>What can be taken hold of</translation>
    </message>
    <message>
        <source>What can one unit learn, and what do hidden units add?</source>
        <translation>What can one unit learn, and what do hidden units add?</translation>
    </message>
    <message>
        <source>What do L1 and L2 leave of the weights?</source>
        <translation>What do L1 and L2 leave of the weights?</translation>
    </message>
    <message>
        <source>What do you want to find out next?</source>
        <translation>What do you want to find out next?</translation>
    </message>
    <message>
        <source>What does a network know before it learns?</source>
        <translation>What does a network know before it learns?</translation>
    </message>
    <message>
        <source>What does a network learn from a teacher who lies?</source>
        <translation>What does a network learn from a teacher who lies?</translation>
    </message>
    <message>
        <source>What does a network lose when it may not lean on its stars?</source>
        <translation>What does a network lose when it may not lean on its stars?</translation>
    </message>
    <message>
        <source>What does it mean, and how is it taught?</source>
        <translation>What does it mean, and how is it taught?</translation>
    </message>
    <message>
        <source>What does the ground look like where a network walks?</source>
        <translation>What does the ground look like where a network walks?</translation>
    </message>
    <message>
        <source>What each arm has come to</source>
        <translation>What each arm has come to</translation>
    </message>
    <message>
        <source>What each unit looks for</source>
        <translation>What each unit looks for</translation>
    </message>
    <message>
        <source>What every hidden unit of the profile makes of its sum.</source>
        <translation>What every hidden unit of the profile makes of its sum.</translation>
    </message>
    <message>
        <source>What happened is the firm line.</source>
        <translation>What happened is the firm line.</translation>
    </message>
    <message>
        <source>What happened stays as it is.</source>
        <translation>What happened stays as it is.</translation>
    </message>
    <message>
        <source>What happened: {answer}</source>
        <translation>What happened: {answer}</translation>
    </message>
    <message>
        <source>What is decided at every place</source>
        <translation>What is decided at every place</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>What is left</translation>
    </message>
    <message>
        <source>What is left of an error after up to fifty steps, on a log axis: a factor of 1.2 grows, 1 stays, 0.7 and 0.25 vanish.</source>
        <translation>What is left of an error after up to fifty steps, on a log axis: a factor of 1.2 grows, 1 stays, 0.7 and 0.25 vanish.</translation>
    </message>
    <message>
        <source>What is left of the error after ten layers that hand on little</source>
        <translation>What is left of the error after ten layers that hand on little</translation>
    </message>
    <message>
        <source>What is left without the units that are missed most</source>
        <translation>What is left without the units that are missed most</translation>
    </message>
    <message>
        <source>What is set here begins anew, with the first weights.</source>
        <translation>What is set here begins anew, with the first weights.</translation>
    </message>
    <message>
        <source>What is shown of the penalty</source>
        <translation>What is shown of the penalty</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>What is this?</translation>
    </message>
    <message>
        <source>What is to be learned. Another set begins a new run.</source>
        <translation>What is to be learned. Another set begins a new run.</translation>
    </message>
    <message>
        <source>What is to be learned. Other data begin a new run.</source>
        <translation>What is to be learned. Other data begin a new run.</translation>
    </message>
    <message>
        <source>What is violet is yours to move. The points can be dragged as well; everything follows at once.</source>
        <translation>What is violet is yours to move. The points can be dragged as well; everything follows at once.</translation>
    </message>
    <message>
        <source>What it decides</source>
        <translation>What it decides</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>What it draws</source>
        <translation>What it draws</translation>
    </message>
    <message>
        <source>What it is told, and what it says</source>
        <translation>What it is told, and what it says</translation>
    </message>
    <message>
        <source>What it learned</source>
        <translation>What it learned</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>What keeps a network from learning by heart.</source>
        <translation>What keeps a network from learning by heart.</translation>
    </message>
    <message>
        <source>What learning makes small.</source>
        <translation>What learning makes small.</translation>
    </message>
    <message>
        <source>What machines could compute, one point for each that a source names.</source>
        <translation>What machines could compute, one point for each that a source names.</translation>
    </message>
    <message>
        <source>What output {output} should say to example {example}</source>
        <translation>What output {output} should say to example {example}</translation>
    </message>
    <message>
        <source>What practising one class does to the others</source>
        <translation>What practising one class does to the others</translation>
    </message>
    <message>
        <source>What the examples are: random pixels, dark or bright, or a data set of the playground.</source>
        <translation>What the examples are: random pixels, dark or bright, or a data set of the playground.</translation>
    </message>
    <message>
        <source>What the network answers for every input.</source>
        <translation>What the network answers for every input.</translation>
    </message>
    <message>
        <source>What the network is told of a point: its coordinates, their squares, product or sines.</source>
        <translation>What the network is told of a point: its coordinates, their squares, product or sines.</translation>
    </message>
    <message>
        <source>What the networks answer</source>
        <translation>What the networks answer</translation>
    </message>
    <message>
        <source>What the outputs make of their sums.</source>
        <translation>What the outputs make of their sums.</translation>
    </message>
    <message>
        <source>What the search found.</source>
        <translation>What the search found.</translation>
    </message>
    <message>
        <source>What the skier is thrown out of.</source>
        <translation>What the skier is thrown out of.</translation>
    </message>
    <message>
        <source>What the teacher says</source>
        <translation>What the teacher says</translation>
    </message>
    <message>
        <source>What two weights cost</source>
        <translation>What two weights cost</translation>
    </message>
    <message>
        <source>What was learned stays</source>
        <translation>What was learned stays</translation>
    </message>
    <message>
        <source>What you drew is dashed; what happened is the firm line.</source>
        <translation>What you drew is dashed; what happened is the firm line.</translation>
    </message>
    <message>
        <source>What you found out</source>
        <translation>What you found out</translation>
    </message>
    <message>
        <source>What you guessed</source>
        <translation>What you guessed</translation>
    </message>
    <message>
        <source>What {arm} decides</source>
        <translation>What {arm} decides</translation>
    </message>
    <message>
        <source>When the network is used, everyone is there. Does that stand for all classes together?</source>
        <translation>When the network is used, everyone is there. Does that stand for all classes together?</translation>
    </message>
    <message>
        <source>When the run pauses by itself.</source>
        <translation>When the run pauses by itself.</translation>
    </message>
    <message>
        <source>Where a line separates the classes, the perceptron rule makes at most (radius / margin)² mistakes.</source>
        <translation>Where a line separates the classes, the perceptron rule makes at most (radius / margin)² mistakes.</translation>
    </message>
    <message>
        <source>Where all arms start.</source>
        <translation>Where all arms start.</translation>
    </message>
    <message>
        <source>Where all racers start.</source>
        <translation>Where all racers start.</translation>
    </message>
    <message>
        <source>Where each racer's next step goes, green.</source>
        <translation>Where each racer's next step goes, green.</translation>
    </message>
    <message>
        <source>Where the sums z of each layer lie</source>
        <translation>Where the sums z of each layer lie</translation>
    </message>
    <message>
        <source>Where the twins disagree</source>
        <translation>Where the twins disagree</translation>
    </message>
    <message>
        <source>Where the weights start.</source>
        <translation>Where the weights start.</translation>
    </message>
    <message>
        <source>Where the weights start. From zeros, hidden units stay alike for ever.</source>
        <translation>Where the weights start. From zeros, hidden units stay alike for ever.</translation>
    </message>
    <message>
        <source>Where two networks differ</source>
        <translation>Where two networks differ</translation>
    </message>
    <message>
        <source>Whether each pass meets the points in the same order. Only then can a circle be proved.</source>
        <translation>Whether each pass meets the points in the same order. Only then can a circle be proved.</translation>
    </message>
    <message>
        <source>Whether momentum is held back at the start of the race.</source>
        <translation>Whether momentum is held back at the start of the race.</translation>
    </message>
    <message>
        <source>Whether momentum is held back at the start of the run.</source>
        <translation>Whether momentum is held back at the start of the run.</translation>
    </message>
    <message>
        <source>Whether {title} takes part in the race.</source>
        <translation>Whether {title} takes part in the race.</translation>
    </message>
    <message>
        <source>Which arm the sliders move.</source>
        <translation>Which arm the sliders move.</translation>
    </message>
    <message>
        <source>Which came first?</source>
        <translation>Which came first?</translation>
    </message>
    <message>
        <source>Which example the graph is of</source>
        <translation>Which example the graph is of</translation>
    </message>
    <message>
        <source>Which experiment is run.</source>
        <translation>Which experiment is run.</translation>
    </message>
    <message>
        <source>Which line fits your answer?</source>
        <translation>Which line fits your answer?</translation>
    </message>
    <message>
        <source>Which of these is a result, which a promise, which an opinion?</source>
        <translation>Which of these is a result, which a promise, which an opinion?</translation>
    </message>
    <message>
        <source>Which penalty fits this world?</source>
        <translation>Which penalty fits this world?</translation>
    </message>
    <message>
        <source>Which penalty rises along the path.</source>
        <translation>Which penalty rises along the path.</translation>
    </message>
    <message>
        <source>Which picture of the networks is large.</source>
        <translation>Which picture of the networks is large.</translation>
    </message>
    <message>
        <source>Which price takes a weight to exactly zero?</source>
        <translation>Which price takes a weight to exactly zero?</translation>
    </message>
    <message>
        <source>Which rule turns gradients into steps.</source>
        <translation>Which rule turns gradients into steps.</translation>
    </message>
    <message>
        <source>Which share of the last step is kept, in the fog and on the digits of the catapult.</source>
        <translation>Which share of the last step is kept, in the fog and on the digits of the catapult.</translation>
    </message>
    <message>
        <source>Which share of the training labels is shuffled; those of the test stay true.</source>
        <translation>Which share of the training labels is shuffled; those of the test stay true.</translation>
    </message>
    <message>
        <source>Which step to take once the slope is known.</source>
        <translation>Which step to take once the slope is known.</translation>
    </message>
    <message>
        <source>Which way is down, when you see only your feet?</source>
        <translation>Which way is down, when you see only your feet?</translation>
    </message>
    <message>
        <source>Which weight is to blame for the error, and by how much?</source>
        <translation>Which weight is to blame for the error, and by how much?</translation>
    </message>
    <message>
        <source>Which weights hold out as the price rises?</source>
        <translation>Which weights hold out as the price rises?</translation>
    </message>
    <message>
        <source>While it practises</source>
        <translation>While it practises</translation>
    </message>
    <message>
        <source>Who gets a weight to exactly zero?</source>
        <translation>Who gets a weight to exactly zero?</translation>
    </message>
    <message>
        <source>Who invents the feature: you, or the network?</source>
        <translation>Who invents the feature: you, or the network?</translation>
    </message>
    <message>
        <source>Who is down first</source>
        <translation>Who is down first</translation>
    </message>
    <message>
        <source>Who is down first: he who measures all, or he who glances?</source>
        <translation>Who is down first: he who measures all, or he who glances?</translation>
    </message>
    <message>
        <source>Who is down first: many small glances, or one full look?</source>
        <translation>Who is down first: many small glances, or one full look?</translation>
    </message>
    <message>
        <source>Who is first</source>
        <translation>Who is first</translation>
    </message>
    <message>
        <source>Who leaves the saddle first, and why?</source>
        <translation>Who leaves the saddle first, and why?</translation>
    </message>
    <message>
        <source>Who pays when one class gets all the lessons?</source>
        <translation>Who pays when one class gets all the lessons?</translation>
    </message>
    <message>
        <source>Who still makes mistakes although a border exists?</source>
        <translation>Who still makes mistakes although a border exists?</translation>
    </message>
    <message>
        <source>Whom it helps and whom it hurts</source>
        <translation>Whom it helps and whom it hurts</translation>
    </message>
    <message>
        <source>Whose landscape is shown.</source>
        <translation>Whose landscape is shown.</translation>
    </message>
    <message>
        <source>Whose pupils these are.</source>
        <translation>Whose pupils these are.</translation>
    </message>
    <message>
        <source>Why not nudge each weight?</source>
        <translation>Why not nudge each weight?</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Why not?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wide networks from other seeds</source>
        <translation>Wide networks from other seeds</translation>
    </message>
    <message>
        <source>Widrow &amp; Hoff 1960</source>
        <translation>Widrow &amp; Hoff 1960</translation>
    </message>
    <message>
        <source>Winters</source>
        <translation>Winters</translation>
    </message>
    <message>
        <source>With a dropout of {share} the few that stay count {times} times, so that a step is right for them alone.</source>
        <translation>With a dropout of {share} the few that stay count {times} times, so that a step is right for them alone.</translation>
    </message>
    <message>
        <source>With a learning rate of {rate} each step overshoots further; the curvature at the start allows {most} at most.</source>
        <translation>With a learning rate of {rate} each step overshoots further; the curvature at the start allows {most} at most.</translation>
    </message>
    <message>
        <source>With a learning rate of {rate} each step overshoots further; the curvature of this place allows {most} at most.</source>
        <translation>With a learning rate of {rate} each step overshoots further; the curvature of this place allows {most} at most.</translation>
    </message>
    <message>
        <source>With a learning rate of {rate} the steps grew longer and longer.</source>
        <translation>With a learning rate of {rate} the steps grew longer and longer.</translation>
    </message>
    <message>
        <source>With a momentum of {momentum} steps add up to {times} times the length of one, long after the slope has turned.</source>
        <translation>With a momentum of {momentum} steps add up to {times} times the length of one, long after the slope has turned.</translation>
    </message>
    <message>
        <source>With a momentum of {momentum} the steps that led there went on too long.</source>
        <translation>With a momentum of {momentum} the steps that led there went on too long.</translation>
    </message>
    <message>
        <source>With cross-entropy a target is a number from 0 to 1.</source>
        <translation>With cross-entropy a target is a number from 0 to 1.</translation>
    </message>
    <message>
        <source>With gradient noise a racer only glances at the slope: two of three glances fall into the wedge.</source>
        <translation>With gradient noise a racer only glances at the slope: two of three glances fall into the wedge.</translation>
    </message>
    <message>
        <source>With this loss the slope of the output cancels: the error is output minus target already, and backward rule 2 multiplies by 1.</source>
        <translation>With this loss the slope of the output cancels: the error is output minus target already, and backward rule 2 multiplies by 1.</translation>
    </message>
    <message>
        <source>With {away} away: {shares}.</source>
        <translation>With {away} away: {shares}.</translation>
    </message>
    <message>
        <source>Without a hidden layer the plane stays as it is. Add one, and see how it is folded.</source>
        <translation>Without a hidden layer the plane stays as it is. Add one, and see how it is folded.</translation>
    </message>
    <message>
        <source>Without momentum every step is as fast as the slope alone makes it.</source>
        <translation>Without momentum every step is as fast as the slope alone makes it.</translation>
    </message>
    <message>
        <source>Without the stars</source>
        <translation>Without the stars</translation>
    </message>
    <message>
        <source>Work on networks was close to pseudoscience.</source>
        <translation>Work on networks was close to pseudoscience.</translation>
    </message>
    <message>
        <source>Work on paper for every lesson, to print</source>
        <translation>Work on paper for every lesson, to print</translation>
    </message>
    <message>
        <source>Working out the answer …</source>
        <translation>Working out the answer …</translation>
    </message>
    <message>
        <source>World</source>
        <translation>World</translation>
    </message>
    <message>
        <source>Write a lesson</source>
        <translation>Write a lesson</translation>
    </message>
    <message>
        <source>Write the points as a table that opens here again.</source>
        <translation>Write the points as a table that opens here again.</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Wrong labels</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>XOR, four examples</source>
        <translation>XOR, four examples</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>Years in which only one of the two is, your seasons or the winters</source>
        <translation>Years in which only one of the two is, your seasons or the winters</translation>
    </message>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>You are here</translation>
    </message>
    <message>
        <source>You can go on later where you are.</source>
        <translation>You can go on later where you are.</translation>
    </message>
    <message>
        <source>You drew it.</source>
        <translation>You drew it.</translation>
    </message>
    <message>
        <source>You moved points: now a line can part them all. Watch the neuron look for it.</source>
        <translation>You moved points: now a line can part them all. Watch the neuron look for it.</translation>
    </message>
    <message>
        <source>You said {guess}.</source>
        <translation>You said {guess}.</translation>
    </message>
    <message>
        <source>You said {guess}. It was {answer} {unit}.</source>
        <translation>You said {guess}. It was {answer} {unit}.</translation>
    </message>
    <message>
        <source>You said {guess}. It was {answer}.</source>
        <translation>You said {guess}. It was {answer}.</translation>
    </message>
    <message>
        <source>You said: {answer}</source>
        <translation>You said: {answer}</translation>
    </message>
    <message>
        <source>You said: {guess}</source>
        <translation>You said: {guess}</translation>
    </message>
    <message>
        <source>You went past the guess.</source>
        <translation>You went past the guess.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Your answer</translation>
    </message>
    <message>
        <source>Your curve: {value} at {place}</source>
        <translation>Your curve: {value} at {place}</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Your guess</translation>
    </message>
    <message>
        <source>Your guess first</source>
        <translation>Your guess first</translation>
    </message>
    <message>
        <source>Your guess is made. Compare it with the weights.</source>
        <translation>Your guess is made. Compare it with the weights.</translation>
    </message>
    <message>
        <source>Your guess is the dashed line on the picture.</source>
        <translation>Your guess is the dashed line on the picture.</translation>
    </message>
    <message>
        <source>Your guesses and what came, to print</source>
        <translation>Your guesses and what came, to print</translation>
    </message>
    <message>
        <source>Your line</source>
        <translation>Your line</translation>
    </message>
    <message>
        <source>Your line against the rules: drag it, or its rings, until more points are right than theirs.</source>
        <translation>Your line against the rules: drag it, or its rings, until more points are right than theirs.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Your own</translation>
    </message>
    <message>
        <source>Your own formula</source>
        <translation>Your own formula</translation>
    </message>
    <message>
        <source>Your own landscape: the height at x and y.</source>
        <translation>Your own landscape: the height at x and y.</translation>
    </message>
    <message>
        <source>Your own lessons</source>
        <translation>Your own lessons</translation>
    </message>
    <message>
        <source>Your own line.</source>
        <translation>Your own line.</translation>
    </message>
    <message>
        <source>Your own points</source>
        <translation>Your own points</translation>
    </message>
    <message>
        <source>Your own skier.</source>
        <translation>Your own skier.</translation>
    </message>
    <message>
        <source>Your own {steps} steps. {escape_rule}</source>
        <translation>Your own {steps} steps. {escape_rule}</translation>
    </message>
    <message>
        <source>Your path</source>
        <translation>Your path</translation>
    </message>
    <message>
        <source>Your skier cannot step that far.</source>
        <translation>Your skier cannot step that far.</translation>
    </message>
    <message>
        <source>Your skier has made {most_steps} steps; take some back first.</source>
        <translation>Your skier has made {most_steps} steps; take some back first.</translation>
    </message>
    <message>
        <source>Zeiler 2012</source>
        <translation>Zeiler 2012</translation>
    </message>
    <message>
        <source>Zeiler 2012, algorithm 1</source>
        <translation>Zeiler 2012, algorithm 1</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Zero</translation>
    </message>
    <message>
        <source>Zero for a right answer. Its gradient is Rosenblatt's rule: only mistakes change the weights.</source>
        <translation>Zero for a right answer. Its gradient is Rosenblatt's rule: only mistakes change the weights.</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Zeros</translation>
    </message>
    <message>
        <source>Zig-zag bowl</source>
        <translation>Zig-zag bowl</translation>
    </message>
    <message>
        <source>Zoom with the wheel, drag to move. Drag along the years to draw a season of your own.</source>
        <translation>Zoom with the wheel, drag to move. Drag along the years to draw a season of your own.</translation>
    </message>
    <message>
        <source>a and b</source>
        <translation>a and b</translation>
    </message>
    <message>
        <source>a but not b</source>
        <translation>a but not b</translation>
    </message>
    <message>
        <source>a formula is one line</source>
        <translation>a formula is one line</translation>
    </message>
    <message>
        <source>a glance</source>
        <translation>a glance</translation>
    </message>
    <message>
        <source>a glance: first down</source>
        <translation>a glance: first down</translation>
    </message>
    <message>
        <source>a header, but no data</source>
        <translation>a header, but no data</translation>
    </message>
    <message>
        <source>a logarithmic scale begins above 0</source>
        <translation>a logarithmic scale begins above 0</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>a moment ago</translation>
    </message>
    <message>
        <source>a number from {extent}</source>
        <translation>a number from {extent}</translation>
    </message>
    <message>
        <source>a number to be told</source>
        <translation>a number to be told</translation>
    </message>
    <message>
        <source>a or b</source>
        <translation>a or b</translation>
    </message>
    <message>
        <source>a run of the recipe of 1985, measured for this program</source>
        <translation>a run of the recipe of 1985, measured for this program</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>a second</translation>
    </message>
    <message>
        <source>a text of {extent}</source>
        <translation>a text of {extent}</translation>
    </message>
    <message>
        <source>a value of type {name}</source>
        <translation>a value of type {name}</translation>
    </message>
    <message>
        <source>a whole number from {extent}{steps}</source>
        <translation>a whole number from {extent}{steps}</translation>
    </message>
    <message>
        <source>a whole number of more than 60 digits</source>
        <translation>a whole number of more than 60 digits</translation>
    </message>
    <message>
        <source>a ← a m / (1 − p),  m = 0 with probability p, else 1</source>
        <translation>a ← a m / (1 − p),  m = 0 with probability p, else 1</translation>
    </message>
    <message>
        <source>about</source>
        <translation>about</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>accuracy</translation>
    </message>
    <message>
        <source>accuracy lost on unseen examples</source>
        <translation>accuracy lost on unseen examples</translation>
    </message>
    <message>
        <source>accuracy of your line</source>
        <translation>accuracy of your line</translation>
    </message>
    <message>
        <source>accuracy of {arm} on unseen examples</source>
        <translation>accuracy of {arm} on unseen examples</translation>
    </message>
    <message>
        <source>accuracy of {arm} on unseen examples, above A's</source>
        <translation>accuracy of {arm} on unseen examples, above A's</translation>
    </message>
    <message>
        <source>accuracy of {arm} on what it learned from</source>
        <translation>accuracy of {arm} on what it learned from</translation>
    </message>
    <message>
        <source>accuracy of {arm} with half of a layer ill</source>
        <translation>accuracy of {arm} with half of a layer ill</translation>
    </message>
    <message>
        <source>accuracy of {arm} without its stars</source>
        <translation>accuracy of {arm} without its stars</translation>
    </message>
    <message>
        <source>accuracy of {who}</source>
        <translation>accuracy of {who}</translation>
    </message>
    <message>
        <source>accuracy on the class {who}</source>
        <translation>accuracy on the class {who}</translation>
    </message>
    <message>
        <source>accuracy on the truth</source>
        <translation>accuracy on the truth</translation>
    </message>
    <message>
        <source>accuracy on unseen examples</source>
        <translation>accuracy on unseen examples</translation>
    </message>
    <message>
        <source>accuracy on what it is told</source>
        <translation>accuracy on what it is told</translation>
    </message>
    <message>
        <source>act at once</source>
        <translation>act at once</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>activation</translation>
    </message>
    <message>
        <source>activation of a hidden layer</source>
        <translation>activation of a hidden layer</translation>
    </message>
    <message>
        <source>add</source>
        <translation>add</translation>
    </message>
    <message>
        <source>after 1 pass</source>
        <translation>after 1 pass</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>after step {step}</translation>
    </message>
    <message>
        <source>after {passes} passes</source>
        <translation>after {passes} passes</translation>
    </message>
    <message>
        <source>after {sign} something is missing; write x, y, a number, a function or a bracket</source>
        <translation>after {sign} something is missing; write x, y, a number, a function or a bracket</translation>
    </message>
    <message>
        <source>again</source>
        <translation>again</translation>
    </message>
    <message>
        <source>agreement (cosine)</source>
        <translation>agreement (cosine)</translation>
    </message>
    <message>
        <source>agreement of glance and slope</source>
        <translation>agreement of glance and slope</translation>
    </message>
    <message>
        <source>agreement of glance and slope at size {who}</source>
        <translation>agreement of glance and slope at size {who}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>all against 8</source>
        <translation>all against 8</translation>
    </message>
    <message>
        <source>all classes together</source>
        <translation>all classes together</translation>
    </message>
    <message>
        <source>all classes together: {mean}</source>
        <translation>all classes together: {mean}</translation>
    </message>
    <message>
        <source>all examples</source>
        <translation>all examples</translation>
    </message>
    <message>
        <source>all points</source>
        <translation>all points</translation>
    </message>
    <message>
        <source>all weights are 0</source>
        <translation>all weights are 0</translation>
    </message>
    <message>
        <source>all {classes}</source>
        <translation>all {classes}</translation>
    </message>
    <message>
        <source>all {count}</source>
        <translation>all {count}</translation>
    </message>
    <message>
        <source>allowed are x, y, numbers, pi, e, + - * / ^, round brackets and {functions}</source>
        <translation>allowed are x, y, numbers, pi, e, + - * / ^, round brackets and {functions}</translation>
    </message>
    <message>
        <source>an answer is given</source>
        <translation>an answer is given</translation>
    </message>
    <message>
        <source>an exponent must be a number from -{largest_power} to {largest_power}</source>
        <translation>an exponent must be a number from -{largest_power} to {largest_power}</translation>
    </message>
    <message>
        <source>an exponent must be a number; a power of x or y can be written as exp(...)</source>
        <translation>an exponent must be a number; a power of x or y can be written as exp(...)</translation>
    </message>
    <message>
        <source>another curve</source>
        <translation>another curve</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>answer axis</source>
        <translation>answer axis</translation>
    </message>
    <message>
        <source>answer: {output}</source>
        <translation>answer: {output}</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>answers</translation>
    </message>
    <message>
        <source>apart (way down = 1)</source>
        <translation>apart (way down = 1)</translation>
    </message>
    <message>
        <source>are {cells} columns</source>
        <translation>are {cells} columns</translation>
    </message>
    <message>
        <source>arms</source>
        <translation>arms</translation>
    </message>
    <message>
        <source>arrives</source>
        <translation>arrives</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>arrows</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>as CSV</source>
        <translation>as CSV</translation>
    </message>
    <message>
        <source>as a NumPy array</source>
        <translation>as a NumPy array</translation>
    </message>
    <message>
        <source>as it was at the start</source>
        <translation>as it was at the start</translation>
    </message>
    <message>
        <source>as it was told</source>
        <translation>as it was told</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>as text</translation>
    </message>
    <message>
        <source>as told</source>
        <translation>as told</translation>
    </message>
    <message>
        <source>at best {floor} %</source>
        <translation>at best {floor} %</translation>
    </message>
    <message>
        <source>at most {count} possible</source>
        <translation>at most {count} possible</translation>
    </message>
    <message>
        <source>at most {most}</source>
        <translation>at most {most}</translation>
    </message>
    <message>
        <source>at most {most} characters</source>
        <translation>at most {most} characters</translation>
    </message>
    <message>
        <source>at {place_text}</source>
        <translation>at {place_text}</translation>
    </message>
    <message>
        <source>at {x} the answer {answer}</source>
        <translation>at {x} the answer {answer}</translation>
    </message>
    <message>
        <source>at {x}: {answers}</source>
        <translation>at {x}: {answers}</translation>
    </message>
    <message>
        <source>average</source>
        <translation>average</translation>
    </message>
    <message>
        <source>awake</source>
        <translation>awake</translation>
    </message>
    <message>
        <source>back</source>
        <translation>back</translation>
    </message>
    <message>
        <source>background: transparent; border: 0px</source>
        <translation>background: transparent; border: 0px</translation>
    </message>
    <message>
        <source>backprop</source>
        <translation>backprop</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>backpropagation</translation>
    </message>
    <message>
        <source>backward 1</source>
        <translation>backward 1</translation>
    </message>
    <message>
        <source>backward 2</source>
        <translation>backward 2</translation>
    </message>
    <message>
        <source>backward 3</source>
        <translation>backward 3</translation>
    </message>
    <message>
        <source>backward rule</source>
        <translation>backward rule</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>bad</translation>
    </message>
    <message>
        <source>basins</source>
        <translation>basins</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>batch</translation>
    </message>
    <message>
        <source>batch must be at least 1.</source>
        <translation>batch must be at least 1.</translation>
    </message>
    <message>
        <source>batch {number}</source>
        <translation>batch {number}</translation>
    </message>
    <message>
        <source>becomes:  </source>
        <translation>becomes:  </translation>
    </message>
    <message>
        <source>before {sign} something is missing; write x, y, a number, a function or a bracket</source>
        <translation>before {sign} something is missing; write x, y, a number, a function or a bracket</translation>
    </message>
    <message>
        <source>bent anew for every pass</source>
        <translation>bent anew for every pass</translation>
    </message>
    <message>
        <source>best accuracy of a line</source>
        <translation>best accuracy of a line</translation>
    </message>
    <message>
        <source>best accuracy of all networks here</source>
        <translation>best accuracy of all networks here</translation>
    </message>
    <message>
        <source>best accuracy of all runs</source>
        <translation>best accuracy of all runs</translation>
    </message>
    <message>
        <source>best accuracy of your line</source>
        <translation>best accuracy of your line</translation>
    </message>
    <message>
        <source>best line: {percent}</source>
        <translation>best line: {percent}</translation>
    </message>
    <message>
        <source>best pupils sent home</source>
        <translation>best pupils sent home</translation>
    </message>
    <message>
        <source>best separation: {percent}</source>
        <translation>best separation: {percent}</translation>
    </message>
    <message>
        <source>best so far {best}</source>
        <translation>best so far {best}</translation>
    </message>
    <message>
        <source>best so far {count}</source>
        <translation>best so far {count}</translation>
    </message>
    <message>
        <source>best so far {share}</source>
        <translation>best so far {share}</translation>
    </message>
    <message>
        <source>best {best}</source>
        <translation>best {best}</translation>
    </message>
    <message>
        <source>best: {percent}</source>
        <translation>best: {percent}</translation>
    </message>
    <message>
        <source>between {left} and {right} stands no sign; write + - * / or ^ there</source>
        <translation>between {left} and {right} stands no sign; write + - * / or ^ there</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>bias</translation>
    </message>
    <message>
        <source>bias becomes</source>
        <translation>bias becomes</translation>
    </message>
    <message>
        <source>bias of unit {number} of layer {layer}</source>
        <translation>bias of unit {number} of layer {layer}</translation>
    </message>
    <message>
        <source>bias {value}</source>
        <translation>bias {value}</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>bits</translation>
    </message>
    <message>
        <source>bits, the number of inputs of parity,</source>
        <translation>bits, the number of inputs of parity,</translation>
    </message>
    <message>
        <source>blame flows back</source>
        <translation>blame flows back</translation>
    </message>
    <message>
        <source>blue speaks for the digit, orange against it</source>
        <translation>blue speaks for the digit, orange against it</translation>
    </message>
    <message>
        <source>body</source>
        <translation>body</translation>
    </message>
    <message>
        <source>book</source>
        <translation>book</translation>
    </message>
    <message>
        <source>both</source>
        <translation>both</translation>
    </message>
    <message>
        <source>bound on mistakes</source>
        <translation>bound on mistakes</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>branch</translation>
    </message>
    <message>
        <source>but it is a {truth}</source>
        <translation>but it is a {truth}</translation>
    </message>
    <message>
        <source>by guessing</source>
        <translation>by guessing</translation>
    </message>
    <message>
        <source>by slope</source>
        <translation>by slope</translation>
    </message>
    <message>
        <source>by threshold</source>
        <translation>by threshold</translation>
    </message>
    <message>
        <source>by {last}</source>
        <translation>by {last}</translation>
    </message>
    <message>
        <source>by {unit} {last}</source>
        <translation>by {unit} {last}</translation>
    </message>
    <message>
        <source>by η = {rate} times the slope, −η g = {slope}.</source>
        <translation>by η = {rate} times the slope, −η g = {slope}.</translation>
    </message>
    <message>
        <source>by μ = {mu} of its velocity, μ v = {jump}.</source>
        <translation>by μ = {mu} of its velocity, μ v = {jump}.</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>caption</translation>
    </message>
    <message>
        <source>card, 2005</source>
        <translation>card, 2005</translation>
    </message>
    <message>
        <source>catapult</source>
        <translation>catapult</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>cell</translation>
    </message>
    <message>
        <source>cells of {who} that changed</source>
        <translation>cells of {who} that changed</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>chance</translation>
    </message>
    <message>
        <source>change</source>
        <translation>change</translation>
    </message>
    <message>
        <source>change of the accuracy</source>
        <translation>change of the accuracy</translation>
    </message>
    <message>
        <source>change of the loss</source>
        <translation>change of the loss</translation>
    </message>
    <message>
        <source>changes by you</source>
        <translation>changes by you</translation>
    </message>
    <message>
        <source>check</source>
        <translation>check</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>claims</translation>
    </message>
    <message>
        <source>claims in their box</source>
        <translation>claims in their box</translation>
    </message>
    <message>
        <source>class axes 1</source>
        <translation>class axes 1</translation>
    </message>
    <message>
        <source>class axis</source>
        <translation>class axis</translation>
    </message>
    <message>
        <source>class axis 1</source>
        <translation>class axis 1</translation>
    </message>
    <message>
        <source>class axis 2</source>
        <translation>class axis 2</translation>
    </message>
    <message>
        <source>class {classes}</source>
        <translation>class {classes}</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>classes</translation>
    </message>
    <message>
        <source>classes below 5 %</source>
        <translation>classes below 5 %</translation>
    </message>
    <message>
        <source>click a bar</source>
        <translation>click a bar</translation>
    </message>
    <message>
        <source>click a bar to see a twin of it</source>
        <translation>click a bar to see a twin of it</translation>
    </message>
    <message>
        <source>click a twin</source>
        <translation>click a twin</translation>
    </message>
    <message>
        <source>click a twin to see it</source>
        <translation>click a twin to see it</translation>
    </message>
    <message>
        <source>close</source>
        <translation>close</translation>
    </message>
    <message>
        <source>closer to the ridge →</source>
        <translation>closer to the ridge →</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>cloud</translation>
    </message>
    <message>
        <source>column {index}: {weights}</source>
        <translation>column {index}: {weights}</translation>
    </message>
    <message>
        <source>comes from the run; it is not typed</source>
        <translation>comes from the run; it is not typed</translation>
    </message>
    <message>
        <source>comes to rest</source>
        <translation>comes to rest</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>complex</translation>
    </message>
    <message>
        <source>components</source>
        <translation>components</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>compute</translation>
    </message>
    <message>
        <source>computed exactly for four units</source>
        <translation>computed exactly for four units</translation>
    </message>
    <message>
        <source>computed from the factors drawn</source>
        <translation>computed from the factors drawn</translation>
    </message>
    <message>
        <source>computed from the spikes drawn</source>
        <translation>computed from the spikes drawn</translation>
    </message>
    <message>
        <source>computed from the teeth drawn</source>
        <translation>computed from the teeth drawn</translation>
    </message>
    <message>
        <source>computed on a bowl</source>
        <translation>computed on a bowl</translation>
    </message>
    <message>
        <source>computed on a bundled digit</source>
        <translation>computed on a bundled digit</translation>
    </message>
    <message>
        <source>computed on a bundled digit; the features are ours</source>
        <translation>computed on a bundled digit; the features are ours</translation>
    </message>
    <message>
        <source>computed on a small network</source>
        <translation>computed on a small network</translation>
    </message>
    <message>
        <source>computed on the points drawn</source>
        <translation>computed on the points drawn</translation>
    </message>
    <message>
        <source>computed with our filters on bundled digits, not those of 1989</source>
        <translation>computed with our filters on bundled digits, not those of 1989</translation>
    </message>
    <message>
        <source>computed: 14 steps of each</source>
        <translation>computed: 14 steps of each</translation>
    </message>
    <message>
        <source>computed: 240 steps by single examples</source>
        <translation>computed: 240 steps by single examples</translation>
    </message>
    <message>
        <source>computed: 60 steps from (-0.37, 1.14)</source>
        <translation>computed: 60 steps from (-0.37, 1.14)</translation>
    </message>
    <message>
        <source>computed: 90 steps of plain descent</source>
        <translation>computed: 90 steps of plain descent</translation>
    </message>
    <message>
        <source>computed: Gabor filters</source>
        <translation>computed: Gabor filters</translation>
    </message>
    <message>
        <source>computed: Rosenblatt's rule on the points drawn</source>
        <translation>computed: Rosenblatt's rule on the points drawn</translation>
    </message>
    <message>
        <source>computed: a made-up sound of two gliding tones</source>
        <translation>computed: a made-up sound of two gliding tones</translation>
    </message>
    <message>
        <source>computed: a table of pairs learned on the way</source>
        <translation>computed: a table of pairs learned on the way</translation>
    </message>
    <message>
        <source>computed: beta 0.9</source>
        <translation>computed: beta 0.9</translation>
    </message>
    <message>
        <source>computed: each line's count</source>
        <translation>computed: each line's count</translation>
    </message>
    <message>
        <source>computed: even slopes of 3 and 0.3</source>
        <translation>computed: even slopes of 3 and 0.3</translation>
    </message>
    <message>
        <source>computed: four rectified layers</source>
        <translation>computed: four rectified layers</translation>
    </message>
    <message>
        <source>computed: one backward sweep per try</source>
        <translation>computed: one backward sweep per try</translation>
    </message>
    <message>
        <source>computed: powers of the factors</source>
        <translation>computed: powers of the factors</translation>
    </message>
    <message>
        <source>computed: rho 0.95, a slope of one</source>
        <translation>computed: rho 0.95, a slope of one</translation>
    </message>
    <message>
        <source>computed: shares of 0.9 and 0.1, as on the slide</source>
        <translation>computed: shares of 0.9 and 0.1, as on the slide</translation>
    </message>
    <message>
        <source>computed: six rules, 65 steps at most</source>
        <translation>computed: six rules, 65 steps at most</translation>
    </message>
    <message>
        <source>computed: ten tanh layers</source>
        <translation>computed: ten tanh layers</translation>
    </message>
    <message>
        <source>computed: the method of 1951, seed 1951</source>
        <translation>computed: the method of 1951, seed 1951</translation>
    </message>
    <message>
        <source>computed: the rule of 1943</source>
        <translation>computed: the rule of 1943</translation>
    </message>
    <message>
        <source>computed: the rule of Widrow and Hoff on one weight</source>
        <translation>computed: the rule of Widrow and Hoff on one weight</translation>
    </message>
    <message>
        <source>computed: the schedule of the paper</source>
        <translation>computed: the schedule of the paper</translation>
    </message>
    <message>
        <source>computed: three letters stored by Hebb's rule</source>
        <translation>computed: three letters stored by Hebb's rule</translation>
    </message>
    <message>
        <source>computed: x1 x2 + sin x1 at 2 and 3</source>
        <translation>computed: x1 x2 + sin x1 at 2 and 3</translation>
    </message>
    <message>
        <source>cone</source>
        <translation>cone</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>connection</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constant</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>cosine to the slope of the {digit}</source>
        <translation>cosine to the slope of the {digit}</translation>
    </message>
    <message>
        <source>creeps</source>
        <translation>creeps</translation>
    </message>
    <message>
        <source>curvature</source>
        <translation>curvature</translation>
    </message>
    <message>
        <source>cut at zero</source>
        <translation>cut at zero</translation>
    </message>
    <message>
        <source>dL = 1</source>
        <translation>dL = 1</translation>
    </message>
    <message>
        <source>data</source>
        <translation>data</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>data set</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>dataset</translation>
    </message>
    <message>
        <source>dates of the event's source</source>
        <translation>dates of the event's source</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>dead</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>depth</translation>
    </message>
    <message>
        <source>dice</source>
        <translation>dice</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>difference</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>digit</translation>
    </message>
    <message>
        <source>directions must be 'random' or a path of parameters, not {given}.</source>
        <translation>directions must be 'random' or a path of parameters, not {given}.</translation>
    </message>
    <message>
        <source>display</source>
        <translation>display</translation>
    </message>
    <message>
        <source>distance of your number</source>
        <translation>distance of your number</translation>
    </message>
    <message>
        <source>distance of {who} from the middle</source>
        <translation>distance of {who} from the middle</translation>
    </message>
    <message>
        <source>divided by {examples} examples</source>
        <translation>divided by {examples} examples</translation>
    </message>
    <message>
        <source>divided slopes</source>
        <translation>divided slopes</translation>
    </message>
    <message>
        <source>divider</source>
        <translation>divider</translation>
    </message>
    <message>
        <source>dividing cells</source>
        <translation>dividing cells</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>doubt</translation>
    </message>
    <message>
        <source>down</source>
        <translation>down</translation>
    </message>
    <message>
        <source>downhill</source>
        <translation>downhill</translation>
    </message>
    <message>
        <source>downhill there</source>
        <translation>downhill there</translation>
    </message>
    <message>
        <source>downhill, read where the jump lands</source>
        <translation>downhill, read where the jump lands</translation>
    </message>
    <message>
        <source>drag a point</source>
        <translation>drag a point</translation>
    </message>
    <message>
        <source>drag along a line to change it, click for its sum</source>
        <translation>drag along a line to change it, click for its sum</translation>
    </message>
    <message>
        <source>drag the line, a ring, or a point</source>
        <translation>drag the line, a ring, or a point</translation>
    </message>
    <message>
        <source>drag to turn</source>
        <translation>drag to turn</translation>
    </message>
    <message>
        <source>drag: more layers</source>
        <translation>drag: more layers</translation>
    </message>
    <message>
        <source>drags by you</source>
        <translation>drags by you</translation>
    </message>
    <message>
        <source>draw {draw} of {known}: right answers</source>
        <translation>draw {draw} of {known}: right answers</translation>
    </message>
    <message>
        <source>drawn with a fixed seed</source>
        <translation>drawn with a fixed seed</translation>
    </message>
    <message>
        <source>drawn; the fading factor 0.66 is an example</source>
        <translation>drawn; the fading factor 0.66 is an example</translation>
    </message>
    <message>
        <source>dreaming</source>
        <translation>dreaming</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>dropout</translation>
    </message>
    <message>
        <source>dropout is one rate for all hidden layers, or {layers}: that of the inputs, then one for each of the {hidden} hidden layers; not {rates}.</source>
        <translation>dropout is one rate for all hidden layers, or {layers}: that of the inputs, then one for each of the {hidden} hidden layers; not {rates}.</translation>
    </message>
    <message>
        <source>dropout {number}</source>
        <translation>dropout {number}</translation>
    </message>
    <message>
        <source>dropout {rates}</source>
        <translation>dropout {rates}</translation>
    </message>
    <message>
        <source>each at its own rate</source>
        <translation>each at its own rate</translation>
    </message>
    <message>
        <source>each at its tuned rate</source>
        <translation>each at its tuned rate</translation>
    </message>
    <message>
        <source>each cell is a twin: click one to see it</source>
        <translation>each cell is a twin: click one to see it</translation>
    </message>
    <message>
        <source>each measurement is wrong, the path is not</source>
        <translation>each measurement is wrong, the path is not</translation>
    </message>
    <message>
        <source>end</source>
        <translation>end</translation>
    </message>
    <message>
        <source>ends in .{kind}</source>
        <translation>ends in .{kind}</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>energy</translation>
    </message>
    <message>
        <source>entry of {what}{other_what}</source>
        <translation>entry of {what}{other_what}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>epoch {epoch}</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>epochs</translation>
    </message>
    <message>
        <source>eps</source>
        <translation>eps</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>equal</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>error on new data, by layers</source>
        <translation>error on new data, by layers</translation>
    </message>
    <message>
        <source>error through the loop</source>
        <translation>error through the loop</translation>
    </message>
    <message>
        <source>error, before the threshold</source>
        <translation>error, before the threshold</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>errors</translation>
    </message>
    <message>
        <source>errors of {who}</source>
        <translation>errors of {who}</translation>
    </message>
    <message>
        <source>errors, five guesses</source>
        <translation>errors, five guesses</translation>
    </message>
    <message>
        <source>event</source>
        <translation>event</translation>
    </message>
    <message>
        <source>everyone came</source>
        <translation>everyone came</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>exactly 0</translation>
    </message>
    <message>
        <source>example</source>
        <translation>example</translation>
    </message>
    <message>
        <source>example {count}</source>
        <translation>example {count}</translation>
    </message>
    <message>
        <source>example {number}</source>
        <translation>example {number}</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>examples</translation>
    </message>
    <message>
        <source>examples a glance</source>
        <translation>examples a glance</translation>
    </message>
    <message>
        <source>examples in one glance</source>
        <translation>examples in one glance</translation>
    </message>
    <message>
        <source>exp → {power} of the whole</source>
        <translation>exp → {power} of the whole</translation>
    </message>
    <message>
        <source>exp(z) / sum of all exp(z of {name})</source>
        <translation>exp(z) / sum of all exp(z of {name})</translation>
    </message>
    <message>
        <source>exp({cell}) / sum of all exp</source>
        <translation>exp({cell}) / sum of all exp</translation>
    </message>
    <message>
        <source>exp({inner}) / sum of all exp(z)</source>
        <translation>exp({inner}) / sum of all exp(z)</translation>
    </message>
    <message>
        <source>explain</source>
        <translation>explain</translation>
    </message>
    <message>
        <source>export</source>
        <translation>export</translation>
    </message>
    <message>
        <source>external</source>
        <translation>external</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>eye</translation>
    </message>
    <message>
        <source>eye-off</source>
        <translation>eye-off</translation>
    </message>
    <message>
        <source>faint</source>
        <translation>faint</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>fair</translation>
    </message>
    <message>
        <source>features</source>
        <translation>features</translation>
    </message>
    <message>
        <source>field</source>
        <translation>field</translation>
    </message>
    <message>
        <source>field of the {panel}</source>
        <translation>field of the {panel}</translation>
    </message>
    <message>
        <source>filled: now</source>
        <translation>filled: now</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filter</translation>
    </message>
    <message>
        <source>first</source>
        <translation>first</translation>
    </message>
    <message>
        <source>first weight</source>
        <translation>first weight</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>flat</translation>
    </message>
    <message>
        <source>flew off</source>
        <translation>flew off</translation>
    </message>
    <message>
        <source>flew off at {at}</source>
        <translation>flew off at {at}</translation>
    </message>
    <message>
        <source>fog</source>
        <translation>fog</translation>
    </message>
    <message>
        <source>font-size: 18pt; border-bottom: 1px solid gray</source>
        <translation>font-size: 18pt; border-bottom: 1px solid gray</translation>
    </message>
    <message>
        <source>forgiven</source>
        <translation>forgiven</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>formula</translation>
    </message>
    <message>
        <source>forward 1</source>
        <translation>forward 1</translation>
    </message>
    <message>
        <source>forward 2</source>
        <translation>forward 2</translation>
    </message>
    <message>
        <source>forward 3</source>
        <translation>forward 3</translation>
    </message>
    <message>
        <source>forward 4</source>
        <translation>forward 4</translation>
    </message>
    <message>
        <source>forward rule</source>
        <translation>forward rule</translation>
    </message>
    <message>
        <source>found</source>
        <translation>found</translation>
    </message>
    <message>
        <source>found by each plane</source>
        <translation>found by each plane</translation>
    </message>
    <message>
        <source>found it</source>
        <translation>found it</translation>
    </message>
    <message>
        <source>fresh beginnings</source>
        <translation>fresh beginnings</translation>
    </message>
    <message>
        <source>full</source>
        <translation>full</translation>
    </message>
    <message>
        <source>function</source>
        <translation>function</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>gap</translation>
    </message>
    <message>
        <source>gap must be a number from 0 to below 1, not {value}.</source>
        <translation>gap must be a number from 0 to below 1, not {value}.</translation>
    </message>
    <message>
        <source>gates</source>
        <translation>gates</translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation>gaussian</translation>
    </message>
    <message>
        <source>gear</source>
        <translation>gear</translation>
    </message>
    <message>
        <source>gentle</source>
        <translation>gentle</translation>
    </message>
    <message>
        <source>getting the twins ready</source>
        <translation>getting the twins ready</translation>
    </message>
    <message>
        <source>ghost</source>
        <translation>ghost</translation>
    </message>
    <message>
        <source>glance at {batch} agrees</source>
        <translation>glance at {batch} agrees</translation>
    </message>
    <message>
        <source>glances</source>
        <translation>glances</translation>
    </message>
    <message>
        <source>grad</source>
        <translation>grad</translation>
    </message>
    <message>
        <source>gradient first</source>
        <translation>gradient first</translation>
    </message>
    <message>
        <source>gradient x</source>
        <translation>gradient x</translation>
    </message>
    <message>
        <source>gradient y</source>
        <translation>gradient y</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>graphics card</translation>
    </message>
    <message>
        <source>green: just met</source>
        <translation>green: just met</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>grid</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>ground</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>guessing</translation>
    </message>
    <message>
        <source>guessing: {loss}</source>
        <translation>guessing: {loss}</translation>
    </message>
    <message>
        <source>half of all {half_low} to {half_high}</source>
        <translation>half of all {half_low} to {half_high}</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>hand</translation>
    </message>
    <message>
        <source>hand on</source>
        <translation>hand on</translation>
    </message>
    <message>
        <source>has no ending</source>
        <translation>has no ending</translation>
    </message>
    <message>
        <source>has no run behind it: say typed = true</source>
        <translation>has no run behind it: say typed = true</translation>
    </message>
    <message>
        <source>haste</source>
        <translation>haste</translation>
    </message>
    <message>
        <source>he</source>
        <translation>he</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>heading</translation>
    </message>
    <message>
        <source>height: the loss</source>
        <translation>height: the loss</translation>
    </message>
    <message>
        <source>help</source>
        <translation>help</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>helps</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>hidden layer</source>
        <translation>hidden layer</translation>
    </message>
    <message>
        <source>hidden layer {layer}</source>
        <translation>hidden layer {layer}</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>hidden layers</translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation>hidden units</translation>
    </message>
    <message>
        <source>highest accuracy of all networks</source>
        <translation>highest accuracy of all networks</translation>
    </message>
    <message>
        <source>highest accuracy of all runs</source>
        <translation>highest accuracy of all runs</translation>
    </message>
    <message>
        <source>highest less lowest accuracy</source>
        <translation>highest less lowest accuracy</translation>
    </message>
    <message>
        <source>highest loss on the way</source>
        <translation>highest loss on the way</translation>
    </message>
    <message>
        <source>history up to {now}, on to {than}</source>
        <translation>history up to {now}, on to {than}</translation>
    </message>
    <message>
        <source>hold the same number each</source>
        <translation>hold the same number each</translation>
    </message>
    <message>
        <source>hold the street</source>
        <translation>hold the street</translation>
    </message>
    <message>
        <source>holds the same number</source>
        <translation>holds the same number</translation>
    </message>
    <message>
        <source>home</source>
        <translation>home</translation>
    </message>
    <message>
        <source>horizon</source>
        <translation>horizon</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>hurts</translation>
    </message>
    <message>
        <source>hyper must be a dictionary, such as {'learning_rate': 0.01}.</source>
        <translation>hyper must be a dictionary, such as {'learning_rate': 0.01}.</translation>
    </message>
    <message>
        <source>hyperparameter of {key}</source>
        <translation>hyperparameter of {key}</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>in the plane</source>
        <translation>in the plane</translation>
    </message>
    <message>
        <source>in the survey of Jamil &amp; Yang 2013</source>
        <translation>in the survey of Jamil &amp; Yang 2013</translation>
    </message>
    <message>
        <source>in:  </source>
        <translation>in:  </translation>
    </message>
    <message>
        <source>infinity is no number to calculate with</source>
        <translation>infinity is no number to calculate with</translation>
    </message>
    <message>
        <source>init</source>
        <translation>init</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>ink</translation>
    </message>
    <message>
        <source>input</source>
        <translation>input</translation>
    </message>
    <message>
        <source>input dropout {number}</source>
        <translation>input dropout {number}</translation>
    </message>
    <message>
        <source>input feature</source>
        <translation>input feature</translation>
    </message>
    <message>
        <source>input {input_names}</source>
        <translation>input {input_names}</translation>
    </message>
    <message>
        <source>input {number}</source>
        <translation>input {number}</translation>
    </message>
    <message>
        <source>inputs still used</source>
        <translation>inputs still used</translation>
    </message>
    <message>
        <source>is 1 column</source>
        <translation>is 1 column</translation>
    </message>
    <message>
        <source>is a link</source>
        <translation>is a link</translation>
    </message>
    <message>
        <source>is a name that some systems keep for themselves</source>
        <translation>is a name that some systems keep for themselves</translation>
    </message>
    <message>
        <source>is a pack in a pack</source>
        <translation>is a pack in a pack</translation>
    </message>
    <message>
        <source>is encrypted</source>
        <translation>is encrypted</translation>
    </message>
    <message>
        <source>is no name for a file</source>
        <translation>is no name for a file</translation>
    </message>
    <message>
        <source>is too large, or unpacks to much more than it is</source>
        <translation>is too large, or unpacks to much more than it is</translation>
    </message>
    <message>
        <source>is too long a name, or too deep in folders</source>
        <translation>is too long a name, or too deep in folders</translation>
    </message>
    <message>
        <source>it ends early</source>
        <translation>it ends early</translation>
    </message>
    <message>
        <source>it has more than {most} numbers, names and signs</source>
        <translation>it has more than {most} numbers, names and signs</translation>
    </message>
    <message>
        <source>it has no room</source>
        <translation>it has no room</translation>
    </message>
    <message>
        <source>it has {count} characters, {most} are allowed</source>
        <translation>it has {count} characters, {most} are allowed</translation>
    </message>
    <message>
        <source>it is a {truth}</source>
        <translation>it is a {truth}</translation>
    </message>
    <message>
        <source>it is no translation file</source>
        <translation>it is no translation file</translation>
    </message>
    <message>
        <source>it is told</source>
        <translation>it is told</translation>
    </message>
    <message>
        <source>it is too involved; write it more simply</source>
        <translation>it is too involved; write it more simply</translation>
    </message>
    <message>
        <source>it must be a text, such as x^2 + y^2</source>
        <translation>it must be a text, such as x^2 + y^2</translation>
    </message>
    <message>
        <source>it says</source>
        <translation>it says</translation>
    </message>
    <message>
        <source>its name cannot be used</source>
        <translation>its name cannot be used</translation>
    </message>
    <message>
        <source>its name is no file name</source>
        <translation>its name is no file name</translation>
    </message>
    <message>
        <source>its numbers are no more</source>
        <translation>its numbers are no more</translation>
    </message>
    <message>
        <source>its options are none or stand twice</source>
        <translation>its options are none or stand twice</translation>
    </message>
    <message>
        <source>its range is empty</source>
        <translation>its range is empty</translation>
    </message>
    <message>
        <source>its range is too wide</source>
        <translation>its range is too wide</translation>
    </message>
    <message>
        <source>its rate</source>
        <translation>its rate</translation>
    </message>
    <message>
        <source>its slope is not asked for</source>
        <translation>its slope is not asked for</translation>
    </message>
    <message>
        <source>its steps miss the upper end</source>
        <translation>its steps miss the upper end</translation>
    </message>
    <message>
        <source>its value, ± {nudge}</source>
        <translation>its value, ± {nudge}</translation>
    </message>
    <message>
        <source>jump first</source>
        <translation>jump first</translation>
    </message>
    <message>
        <source>jump, then slope</source>
        <translation>jump, then slope</translation>
    </message>
    <message>
        <source>kept and dropped, layer by layer</source>
        <translation>kept and dropped, layer by layer</translation>
    </message>
    <message>
        <source>kept for the test</source>
        <translation>kept for the test</translation>
    </message>
    <message>
        <source>key</source>
        <translation>key</translation>
    </message>
    <message>
        <source>lab</source>
        <translation>lab</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>lambdas must be a row of 1 to {most} numbers from 0 to {largest}.</source>
        <translation>lambdas must be a row of 1 to {most} numbers from 0 to {largest}.</translation>
    </message>
    <message>
        <source>largest curvature</source>
        <translation>largest curvature</translation>
    </message>
    <message>
        <source>largest difference of the slopes</source>
        <translation>largest difference of the slopes</translation>
    </message>
    <message>
        <source>largest difference of {count}</source>
        <translation>largest difference of {count}</translation>
    </message>
    <message>
        <source>largest stable rate</source>
        <translation>largest stable rate</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>largest weight</translation>
    </message>
    <message>
        <source>largest weight of {arm}</source>
        <translation>largest weight of {arm}</translation>
    </message>
    <message>
        <source>largest {largest}, top tenth {share} %</source>
        <translation>largest {largest}, top tenth {share} %</translation>
    </message>
    <message>
        <source>last</source>
        <translation>last</translation>
    </message>
    <message>
        <source>last loss</source>
        <translation>last loss</translation>
    </message>
    <message>
        <source>last term: the bias {name}</source>
        <translation>last term: the bias {name}</translation>
    </message>
    <message>
        <source>law {steps_words}</source>
        <translation>law {steps_words}</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>layer</translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation>layer {number}</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>layers</translation>
    </message>
    <message>
        <source>layers must be a row of sizes such as (2, 4, 1), not {layers}.</source>
        <translation>layers must be a row of sizes such as (2, 4, 1), not {layers}.</translation>
    </message>
    <message>
        <source>leads out of the pack</source>
        <translation>leads out of the pack</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>learn</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>learned</translation>
    </message>
    <message>
        <source>learned from</source>
        <translation>learned from</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>learning rate</translation>
    </message>
    <message>
        <source>learning_rate must be greater than 0.</source>
        <translation>learning_rate must be greater than 0.</translation>
    </message>
    <message>
        <source>left</source>
        <translation>left</translation>
    </message>
    <message>
        <source>left at</source>
        <translation>left at</translation>
    </message>
    <message>
        <source>left by each layer</source>
        <translation>left by each layer</translation>
    </message>
    <message>
        <source>left by the update of the pass before</source>
        <translation>left by the update of the pass before</translation>
    </message>
    <message>
        <source>left out, at a corner</source>
        <translation>left out, at a corner</translation>
    </message>
    <message>
        <source>less than 1{space}% (95{space}%)</source>
        <translation>less than 1{space}% (95{space}%)</translation>
    </message>
    <message>
        <source>lessons</source>
        <translation>lessons</translation>
    </message>
    <message>
        <source>lies</source>
        <translation>lies</translation>
    </message>
    <message>
        <source>limit 2 / {curvature} = {limit}</source>
        <translation>limit 2 / {curvature} = {limit}</translation>
    </message>
    <message>
        <source>limit = 2 (1 + μ) / curvature = {most} / {curvature} = {limit}</source>
        <translation>limit = 2 (1 + μ) / curvature = {most} / {curvature} = {limit}</translation>
    </message>
    <message>
        <source>limit = 2 / curvature = 2 / {curvature} = {limit}</source>
        <translation>limit = 2 / curvature = 2 / {curvature} = {limit}</translation>
    </message>
    <message>
        <source>limit ?</source>
        <translation>limit ?</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>limit {limit}</translation>
    </message>
    <message>
        <source>limit {most} / {curvature} = {limit}</source>
        <translation>limit {most} / {curvature} = {limit}</translation>
    </message>
    <message>
        <source>limit, 2 (1 + μ) / curvature</source>
        <translation>limit, 2 (1 + μ) / curvature</translation>
    </message>
    <message>
        <source>limit, 2 / curvature</source>
        <translation>limit, 2 / curvature</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>link</source>
        <translation>link</translation>
    </message>
    <message>
        <source>ln {classes}</source>
        <translation>ln {classes}</translation>
    </message>
    <message>
        <source>ln {classes} = {loss}</source>
        <translation>ln {classes} = {loss}</translation>
    </message>
    <message>
        <source>ln(sum of all exp(z)) − z{right}</source>
        <translation>ln(sum of all exp(z)) − z{right}</translation>
    </message>
    <message>
        <source>ln({distance}/{symbol}) / ln(1 + {curvature} rate)</source>
        <translation>ln({distance}/{symbol}) / ln(1 + {curvature} rate)</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>look at </source>
        <translation>look at </translation>
    </message>
    <message>
        <source>loss</source>
        <translation>loss</translation>
    </message>
    <message>
        <source>loss </source>
        <translation>loss </translation>
    </message>
    <message>
        <source>loss at the start</source>
        <translation>loss at the start</translation>
    </message>
    <message>
        <source>loss at update</source>
        <translation>loss at update</translation>
    </message>
    <message>
        <source>loss by step</source>
        <translation>loss by step</translation>
    </message>
    <message>
        <source>loss in the middle of all runs</source>
        <translation>loss in the middle of all runs</translation>
    </message>
    <message>
        <source>loss now</source>
        <translation>loss now</translation>
    </message>
    <message>
        <source>loss of this example</source>
        <translation>loss of this example</translation>
    </message>
    <message>
        <source>loss of {arm}</source>
        <translation>loss of {arm}</translation>
    </message>
    <message>
        <source>loss of {arm} on unseen examples</source>
        <translation>loss of {arm} on unseen examples</translation>
    </message>
    <message>
        <source>loss of {arm} without the penalty</source>
        <translation>loss of {arm} without the penalty</translation>
    </message>
    <message>
        <source>loss of {who}</source>
        <translation>loss of {who}</translation>
    </message>
    <message>
        <source>loss on unseen examples</source>
        <translation>loss on unseen examples</translation>
    </message>
    <message>
        <source>loss where you stand</source>
        <translation>loss where you stand</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>loss {loss}</translation>
    </message>
    <message>
        <source>loss {target}</source>
        <translation>loss {target}</translation>
    </message>
    <message>
        <source>loss, nudged down</source>
        <translation>loss, nudged down</translation>
    </message>
    <message>
        <source>loss, nudged up</source>
        <translation>loss, nudged up</translation>
    </message>
    <message>
        <source>lowest accuracy of all networks</source>
        <translation>lowest accuracy of all networks</translation>
    </message>
    <message>
        <source>lowest accuracy of all runs</source>
        <translation>lowest accuracy of all runs</translation>
    </message>
    <message>
        <source>lowest loss</source>
        <translation>lowest loss</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>machine</translation>
    </message>
    <message>
        <source>main direction 1</source>
        <translation>main direction 1</translation>
    </message>
    <message>
        <source>main direction 1: {share} % of the path</source>
        <translation>main direction 1: {share} % of the path</translation>
    </message>
    <message>
        <source>main direction 2</source>
        <translation>main direction 2</translation>
    </message>
    <message>
        <source>main direction 2: {share} %</source>
        <translation>main direction 2: {share} %</translation>
    </message>
    <message>
        <source>many rows</source>
        <translation>many rows</translation>
    </message>
    <message>
        <source>mark of the window</source>
        <translation>mark of the window</translation>
    </message>
    <message>
        <source>masks averaged</source>
        <translation>masks averaged</translation>
    </message>
    <message>
        <source>matrix whose numbers can be set</source>
        <translation>matrix whose numbers can be set</translation>
    </message>
    <message>
        <source>mean (w₂ tanh(w₁ s) − tanh(1.5 s))²  over 41 s from −2 to 2</source>
        <translation>mean (w₂ tanh(w₁ s) − tanh(1.5 s))²  over 41 s from −2 to 2</translation>
    </message>
    <message>
        <source>mean accuracy of all networks</source>
        <translation>mean accuracy of all networks</translation>
    </message>
    <message>
        <source>mean accuracy of all runs</source>
        <translation>mean accuracy of all runs</translation>
    </message>
    <message>
        <source>mean accuracy of the other classes</source>
        <translation>mean accuracy of the other classes</translation>
    </message>
    <message>
        <source>mean correlation of the units of {arm}</source>
        <translation>mean correlation of the units of {arm}</translation>
    </message>
    <message>
        <source>mean log(1 + exp(−label (w₁x + w₂y)))  over 100 points</source>
        <translation>mean log(1 + exp(−label (w₁x + w₂y)))  over 100 points</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>mean loss</translation>
    </message>
    <message>
        <source>mean loss of all networks</source>
        <translation>mean loss of all networks</translation>
    </message>
    <message>
        <source>mean of slopes</source>
        <translation>mean of slopes</translation>
    </message>
    <message>
        <source>mean {number}</source>
        <translation>mean {number}</translation>
    </message>
    <message>
        <source>measured for this program on the bundled digits</source>
        <translation>measured for this program on the bundled digits</translation>
    </message>
    <message>
        <source>measured for this program: 60 and 60 noisy rows</source>
        <translation>measured for this program: 60 and 60 noisy rows</translation>
    </message>
    <message>
        <source>median</source>
        <translation>median</translation>
    </message>
    <message>
        <source>median {median}</source>
        <translation>median {median}</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>menu</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>minimum</translation>
    </message>
    <message>
        <source>minimum {k}</source>
        <translation>minimum {k}</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>minus</translation>
    </message>
    <message>
        <source>mistakes per pass</source>
        <translation>mistakes per pass</translation>
    </message>
    <message>
        <source>mistakes so far</source>
        <translation>mistakes so far</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixed</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>mode</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>momentum</translation>
    </message>
    <message>
        <source>momentum 0.5</source>
        <translation>momentum 0.5</translation>
    </message>
    <message>
        <source>momentum 0.9</source>
        <translation>momentum 0.9</translation>
    </message>
    <message>
        <source>momentum 0.99</source>
        <translation>momentum 0.99</translation>
    </message>
    <message>
        <source>momentum {momentum} now</source>
        <translation>momentum {momentum} now</translation>
    </message>
    <message>
        <source>momentum {number}</source>
        <translation>momentum {number}</translation>
    </message>
    <message>
        <source>momentum_curve must be a text such as '0:0.5 100:0.9'.</source>
        <translation>momentum_curve must be a text such as '0:0.5 100:0.9'.</translation>
    </message>
    <message>
        <source>moons</source>
        <translation>moons</translation>
    </message>
    <message>
        <source>more</source>
        <translation>more</translation>
    </message>
    <message>
        <source>more than 3 times</source>
        <translation>more than 3 times</translation>
    </message>
    <message>
        <source>more than 99{space}% (95{space}%)</source>
        <translation>more than 99{space}% (95{space}%)</translation>
    </message>
    <message>
        <source>more than {deepest} things inside each other are too many</source>
        <translation>more than {deepest} things inside each other are too many</translation>
    </message>
    <message>
        <source>more than {most} brackets inside each other are too many</source>
        <translation>more than {most} brackets inside each other are too many</translation>
    </message>
    <message>
        <source>move of the first layer of {who}</source>
        <translation>move of the first layer of {who}</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>multiply</source>
        <translation>multiply</translation>
    </message>
    <message>
        <source>multiply-adds</source>
        <translation>multiply-adds</translation>
    </message>
    <message>
        <source>n, the number of examples,</source>
        <translation>n, the number of examples,</translation>
    </message>
    <message>
        <source>named</source>
        <translation>named</translation>
    </message>
    <message>
        <source>nerve cells</source>
        <translation>nerve cells</translation>
    </message>
    <message>
        <source>nets</source>
        <translation>nets</translation>
    </message>
    <message>
        <source>network must be a sim.Network, not {network}.</source>
        <translation>network must be a sim.Network, not {network}.</translation>
    </message>
    <message>
        <source>network {letter}</source>
        <translation>network {letter}</translation>
    </message>
    <message>
        <source>network {number}</source>
        <translation>network {number}</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>networks</translation>
    </message>
    <message>
        <source>networks asked</source>
        <translation>networks asked</translation>
    </message>
    <message>
        <source>networks in 32 bits</source>
        <translation>networks in 32 bits</translation>
    </message>
    <message>
        <source>networks that have run</source>
        <translation>networks that have run</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>new digits</source>
        <translation>new digits</translation>
    </message>
    <message>
        <source>new points</source>
        <translation>new points</translation>
    </message>
    <message>
        <source>new velocity</source>
        <translation>new velocity</translation>
    </message>
    <message>
        <source>next best</source>
        <translation>next best</translation>
    </message>
    <message>
        <source>no L1</source>
        <translation>no L1</translation>
    </message>
    <message>
        <source>no L2</source>
        <translation>no L2</translation>
    </message>
    <message>
        <source>no batch</source>
        <translation>no batch</translation>
    </message>
    <message>
        <source>no dropout</source>
        <translation>no dropout</translation>
    </message>
    <message>
        <source>no floor</source>
        <translation>no floor</translation>
    </message>
    <message>
        <source>no input dropout</source>
        <translation>no input dropout</translation>
    </message>
    <message>
        <source>no line is enough</source>
        <translation>no line is enough</translation>
    </message>
    <message>
        <source>no line is enough: {percent}</source>
        <translation>no line is enough: {percent}</translation>
    </message>
    <message>
        <source>no line: {percent}</source>
        <translation>no line: {percent}</translation>
    </message>
    <message>
        <source>no momentum</source>
        <translation>no momentum</translation>
    </message>
    <message>
        <source>no penalty</source>
        <translation>no penalty</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>no place</translation>
    </message>
    <message>
        <source>no points</source>
        <translation>no points</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>no points yet</translation>
    </message>
    <message>
        <source>no rate</source>
        <translation>no rate</translation>
    </message>
    <message>
        <source>no reason is given</source>
        <translation>no reason is given</translation>
    </message>
    <message>
        <source>no slope yet</source>
        <translation>no slope yet</translation>
    </message>
    <message>
        <source>no twins</source>
        <translation>no twins</translation>
    </message>
    <message>
        <source>no twins yet</source>
        <translation>no twins yet</translation>
    </message>
    <message>
        <source>no value here</source>
        <translation>no value here</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>no value yet</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>noise</translation>
    </message>
    <message>
        <source>noise must be a number from 0 to {loudest}, not {value}.</source>
        <translation>noise must be a number from 0 to {loudest}, not {value}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>not a number</translation>
    </message>
    <message>
        <source>not learned from</source>
        <translation>not learned from</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>not measured yet</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>not solved</translation>
    </message>
    <message>
        <source>not the topic of this step</source>
        <translation>not the topic of this step</translation>
    </message>
    <message>
        <source>not trained on</source>
        <translation>not trained on</translation>
    </message>
    <message>
        <source>not yet so: {what}</source>
        <translation>not yet so: {what}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>nothing changes</translation>
    </message>
    <message>
        <source>nothing was typed; write something such as x^2 + y^2</source>
        <translation>nothing was typed; write something such as x^2 + y^2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>number of weights of {arm} that are exactly 0</source>
        <translation>number of weights of {arm} that are exactly 0</translation>
    </message>
    <message>
        <source>number of weights of {arm} that are nearly 0</source>
        <translation>number of weights of {arm} that are nearly 0</translation>
    </message>
    <message>
        <source>number {numbers}</source>
        <translation>number {numbers}</translation>
    </message>
    <message>
        <source>of the digits seen</source>
        <translation>of the digits seen</translation>
    </message>
    <message>
        <source>of the direction</source>
        <translation>of the direction</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>off the full slope</source>
        <translation>off the full slope</translation>
    </message>
    <message>
        <source>on its own</source>
        <translation>on its own</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>on or off</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>on the way</translation>
    </message>
    <message>
        <source>on the wrong side</source>
        <translation>on the wrong side</translation>
    </message>
    <message>
        <source>one class</source>
        <translation>one class</translation>
    </message>
    <message>
        <source>one input</source>
        <translation>one input</translation>
    </message>
    <message>
        <source>one line</source>
        <translation>one line</translation>
    </message>
    <message>
        <source>one line does it</source>
        <translation>one line does it</translation>
    </message>
    <message>
        <source>one line is enough</source>
        <translation>one line is enough</translation>
    </message>
    <message>
        <source>one line is enough for the hidden layer</source>
        <translation>one line is enough for the hidden layer</translation>
    </message>
    <message>
        <source>one line would be enough</source>
        <translation>one line would be enough</translation>
    </message>
    <message>
        <source>one line would do</source>
        <translation>one line would do</translation>
    </message>
    <message>
        <source>one of {keys}</source>
        <translation>one of {keys}</translation>
    </message>
    <message>
        <source>one pass, everyone there</source>
        <translation>one pass, everyone there</translation>
    </message>
    <message>
        <source>one pass, everyone there: {single}</source>
        <translation>one pass, everyone there: {single}</translation>
    </message>
    <message>
        <source>one place</source>
        <translation>one place</translation>
    </message>
    <message>
        <source>one rate for all</source>
        <translation>one rate for all</translation>
    </message>
    <message>
        <source>one sweep back answers for every moment</source>
        <translation>one sweep back answers for every moment</translation>
    </message>
    <message>
        <source>one unit</source>
        <translation>one unit</translation>
    </message>
    <message>
        <source>only one row of data; at least two are needed</source>
        <translation>only one row of data; at least two are needed</translation>
    </message>
    <message>
        <source>only the bias is left: one answer for all</source>
        <translation>only the bias is left: one answer for all</translation>
    </message>
    <message>
        <source>only x and y vary</source>
        <translation>only x and y vary</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>optimizer</translation>
    </message>
    <message>
        <source>option number </source>
        <translation>option number </translation>
    </message>
    <message>
        <source>order</source>
        <translation>order</translation>
    </message>
    <message>
        <source>out</source>
        <translation>out</translation>
    </message>
    <message>
        <source>outline: before</source>
        <translation>outline: before</translation>
    </message>
    <message>
        <source>output</source>
        <translation>output</translation>
    </message>
    <message>
        <source>output axis</source>
        <translation>output axis</translation>
    </message>
    <message>
        <source>output {number}</source>
        <translation>output {number}</translation>
    </message>
    <message>
        <source>output {unit}</source>
        <translation>output {unit}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>over</translation>
    </message>
    <message>
        <source>over 100 layers</source>
        <translation>over 100 layers</translation>
    </message>
    <message>
        <source>own</source>
        <translation>own</translation>
    </message>
    <message>
        <source>padding: 8px</source>
        <translation>padding: 8px</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>palette</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>panel</translation>
    </message>
    <message>
        <source>partly confirmed</source>
        <translation>partly confirmed</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>pass</translation>
    </message>
    <message>
        <source>pass over the data</source>
        <translation>pass over the data</translation>
    </message>
    <message>
        <source>pass {number}, rule {rule}</source>
        <translation>pass {number}, rule {rule}</translation>
    </message>
    <message>
        <source>pass {passes}</source>
        <translation>pass {passes}</translation>
    </message>
    <message>
        <source>pass {step}</source>
        <translation>pass {step}</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>passes</translation>
    </message>
    <message>
        <source>passes it took</source>
        <translation>passes it took</translation>
    </message>
    <message>
        <source>passes of size {who}</source>
        <translation>passes of size {who}</translation>
    </message>
    <message>
        <source>passes of {arm}</source>
        <translation>passes of {arm}</translation>
    </message>
    <message>
        <source>paths of penalties</source>
        <translation>paths of penalties</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pause</translation>
    </message>
    <message>
        <source>peak {loss}</source>
        <translation>peak {loss}</translation>
    </message>
    <message>
        <source>peers</source>
        <translation>peers</translation>
    </message>
    <message>
        <source>penalty of {arm}</source>
        <translation>penalty of {arm}</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>per second</translation>
    </message>
    <message>
        <source>perceptron</source>
        <translation>perceptron</translation>
    </message>
    <message>
        <source>pictures of units</source>
        <translation>pictures of units</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>pin</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>pinned</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>pipe</translation>
    </message>
    <message>
        <source>place of {who} across</source>
        <translation>place of {who} across</translation>
    </message>
    <message>
        <source>place of {who} along</source>
        <translation>place of {who} along</translation>
    </message>
    <message>
        <source>places measured</source>
        <translation>places measured</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>plain</translation>
    </message>
    <message>
        <source>plain descent: 1</source>
        <translation>plain descent: 1</translation>
    </message>
    <message>
        <source>plain mean</source>
        <translation>plain mean</translation>
    </message>
    <message>
        <source>plain slopes</source>
        <translation>plain slopes</translation>
    </message>
    <message>
        <source>play</source>
        <translation>play</translation>
    </message>
    <message>
        <source>playground</source>
        <translation>playground</translation>
    </message>
    <message>
        <source>playtri</source>
        <translation>playtri</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>point {count}</source>
        <translation>point {count}</translation>
    </message>
    <message>
        <source>point {looked}</source>
        <translation>point {looked}</translation>
    </message>
    <message>
        <source>point {step}</source>
        <translation>point {step}</translation>
    </message>
    <message>
        <source>post codes</source>
        <translation>post codes</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>presentation</source>
        <translation>presentation</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>preset</translation>
    </message>
    <message>
        <source>pretrained</source>
        <translation>pretrained</translation>
    </message>
    <message>
        <source>price of the weights</source>
        <translation>price of the weights</translation>
    </message>
    <message>
        <source>price paid</source>
        <translation>price paid</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primary</translation>
    </message>
    <message>
        <source>principal axis</source>
        <translation>principal axis</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>processor</translation>
    </message>
    <message>
        <source>prose</source>
        <translation>prose</translation>
    </message>
    <message>
        <source>push an error back</source>
        <translation>push an error back</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>quit</translation>
    </message>
    <message>
        <source>race</source>
        <translation>race</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>radius</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>ramp</translation>
    </message>
    <message>
        <source>random direction 1</source>
        <translation>random direction 1</translation>
    </message>
    <message>
        <source>random direction 2</source>
        <translation>random direction 2</translation>
    </message>
    <message>
        <source>random start</source>
        <translation>random start</translation>
    </message>
    <message>
        <source>rate of {who}</source>
        <translation>rate of {who}</translation>
    </message>
    <message>
        <source>rate {number}</source>
        <translation>rate {number}</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>rate {rate}</translation>
    </message>
    <message>
        <source>rates</source>
        <translation>rates</translation>
    </message>
    <message>
        <source>reach</source>
        <translation>reach</translation>
    </message>
    <message>
        <source>reach {reach}, margin {margin}</source>
        <translation>reach {reach}, margin {margin}</translation>
    </message>
    <message>
        <source>reaches layer 1</source>
        <translation>reaches layer 1</translation>
    </message>
    <message>
        <source>rectified</source>
        <translation>rectified</translation>
    </message>
    <message>
        <source>red: wrong</source>
        <translation>red: wrong</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>relu</translation>
    </message>
    <message>
        <source>replicas must be at least 1.</source>
        <translation>replicas must be at least 1.</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>reset</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>residual</translation>
    </message>
    <message>
        <source>resolution must be at least 2, and span greater than 0.</source>
        <translation>resolution must be at least 2, and span greater than 0.</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>restart</translation>
    </message>
    <message>
        <source>reveals</source>
        <translation>reveals</translation>
    </message>
    <message>
        <source>rho</source>
        <translation>rho</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>ridge</translation>
    </message>
    <message>
        <source>right</source>
        <translation>right</translation>
    </message>
    <message>
        <source>right among the others</source>
        <translation>right among the others</translation>
    </message>
    <message>
        <source>right among the {digit}s</source>
        <translation>right among the {digit}s</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>right answers</translation>
    </message>
    <message>
        <source>right answers to new digits</source>
        <translation>right answers to new digits</translation>
    </message>
    <message>
        <source>right answers to {count} new examples</source>
        <translation>right answers to {count} new examples</translation>
    </message>
    <message>
        <source>right answers with everyone well</source>
        <translation>right answers with everyone well</translation>
    </message>
    <message>
        <source>right now</source>
        <translation>right now</translation>
    </message>
    <message>
        <source>right on average</source>
        <translation>right on average</translation>
    </message>
    <message>
        <source>right on new digits</source>
        <translation>right on new digits</translation>
    </message>
    <message>
        <source>right, at best</source>
        <translation>right, at best</translation>
    </message>
    <message>
        <source>right, at worst</source>
        <translation>right, at worst</translation>
    </message>
    <message>
        <source>right: {title}</source>
        <translation>right: {title}</translation>
    </message>
    <message>
        <source>rise of the loss of {arm} since its weights cost something</source>
        <translation>rise of the loss of {arm} since its weights cost something</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>rows met</source>
        <translation>rows met</translation>
    </message>
    <message>
        <source>rows {first} to {last} of {total}</source>
        <translation>rows {first} to {last} of {total}</translation>
    </message>
    <message>
        <source>rule {rule} of {count}</source>
        <translation>rule {rule} of {count}</translation>
    </message>
    <message>
        <source>rules that have fired</source>
        <translation>rules that have fired</translation>
    </message>
    <message>
        <source>runs finished</source>
        <translation>runs finished</translation>
    </message>
    <message>
        <source>runs here</source>
        <translation>runs here</translation>
    </message>
    <message>
        <source>runs side by side</source>
        <translation>runs side by side</translation>
    </message>
    <message>
        <source>runs that solve it</source>
        <translation>runs that solve it</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>saddle</translation>
    </message>
    <message>
        <source>same</source>
        <translation>same</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>scale</translation>
    </message>
    <message>
        <source>score</source>
        <translation>score</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>screen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>search</translation>
    </message>
    <message>
        <source>seasons</source>
        <translation>seasons</translation>
    </message>
    <message>
        <source>seasons drawn</source>
        <translation>seasons drawn</translation>
    </message>
    <message>
        <source>second weight</source>
        <translation>second weight</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconds</translation>
    </message>
    <message>
        <source>seconds of size {who}</source>
        <translation>seconds of size {who}</translation>
    </message>
    <message>
        <source>section</source>
        <translation>section</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>seed</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>seed {seed}</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>settings</translation>
    </message>
    <message>
        <source>settings changed by you</source>
        <translation>settings changed by you</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>sgd</source>
        <translation>sgd</translation>
    </message>
    <message>
        <source>share of contested weights</source>
        <translation>share of contested weights</translation>
    </message>
    <message>
        <source>share of dead units</source>
        <translation>share of dead units</translation>
    </message>
    <message>
        <source>share of runs that solve it</source>
        <translation>share of runs that solve it</translation>
    </message>
    <message>
        <source>share of the best η</source>
        <translation>share of the best η</translation>
    </message>
    <message>
        <source>share of units left out</source>
        <translation>share of units left out</translation>
    </message>
    <message>
        <source>shifted</source>
        <translation>shifted</translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation>shortcuts</translation>
    </message>
    <message>
        <source>should be</source>
        <translation>should be</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>shuffle</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>shuffled</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>signs</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>simple</translation>
    </message>
    <message>
        <source>sin cos tan tanh exp log sqrt abs</source>
        <translation>sin cos tan tanh exp log sqrt abs</translation>
    </message>
    <message>
        <source>sin x₁</source>
        <translation>sin x₁</translation>
    </message>
    <message>
        <source>sin x₂</source>
        <translation>sin x₂</translation>
    </message>
    <message>
        <source>sin πx₁</source>
        <translation>sin πx₁</translation>
    </message>
    <message>
        <source>sin πx₂</source>
        <translation>sin πx₂</translation>
    </message>
    <message>
        <source>size of the step, 60 steps</source>
        <translation>size of the step, 60 steps</translation>
    </message>
    <message>
        <source>sizes of glances measured</source>
        <translation>sizes of glances measured</translation>
    </message>
    <message>
        <source>sizes of the paper of 1998</source>
        <translation>sizes of the paper of 1998</translation>
    </message>
    <message>
        <source>sizes of the planes: 16, 16, 10, 8, 6, 2, 1</source>
        <translation>sizes of the planes: 16, 16, 10, 8, 6, 2, 1</translation>
    </message>
    <message>
        <source>sizes that were tried</source>
        <translation>sizes that were tried</translation>
    </message>
    <message>
        <source>skier</source>
        <translation>skier</translation>
    </message>
    <message>
        <source>sliders</source>
        <translation>sliders</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>slope</translation>
    </message>
    <message>
        <source>slope along {name}: g = </source>
        <translation>slope along {name}: g = </translation>
    </message>
    <message>
        <source>slope by nudging</source>
        <translation>slope by nudging</translation>
    </message>
    <message>
        <source>slope of the function</source>
        <translation>slope of the function</translation>
    </message>
    <message>
        <source>slope of the loss {slope}</source>
        <translation>slope of the loss {slope}</translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation>slope {slope}</translation>
    </message>
    <message>
        <source>slope ÷ ruler</source>
        <translation>slope ÷ ruler</translation>
    </message>
    <message>
        <source>slope, then jump</source>
        <translation>slope, then jump</translation>
    </message>
    <message>
        <source>slopes</source>
        <translation>slopes</translation>
    </message>
    <message>
        <source>slopes multiply</source>
        <translation>slopes multiply</translation>
    </message>
    <message>
        <source>small</source>
        <translation>small</translation>
    </message>
    <message>
        <source>small networks that are stuck</source>
        <translation>small networks that are stuck</translation>
    </message>
    <message>
        <source>smallest curvature</source>
        <translation>smallest curvature</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>soft</translation>
    </message>
    <message>
        <source>solid: {now}, dashed: {later}</source>
        <translation>solid: {now}, dashed: {later}</translation>
    </message>
    <message>
        <source>solve it</source>
        <translation>solve it</translation>
    </message>
    <message>
        <source>solve it {when}</source>
        <translation>solve it {when}</translation>
    </message>
    <message>
        <source>solve it; {best} right</source>
        <translation>solve it; {best} right</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>split</source>
        <translation>split</translation>
    </message>
    <message>
        <source>spread of the scores</source>
        <translation>spread of the scores</translation>
    </message>
    <message>
        <source>spread of the signal, layer by layer</source>
        <translation>spread of the signal, layer by layer</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>squared error</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>squares</translation>
    </message>
    <message>
        <source>stable below</source>
        <translation>stable below</translation>
    </message>
    <message>
        <source>star pupil</source>
        <translation>star pupil</translation>
    </message>
    <message>
        <source>start</source>
        <translation>start</translation>
    </message>
    <message>
        <source>start from weights 0</source>
        <translation>start from weights 0</translation>
    </message>
    <message>
        <source>start: {names} = {here},  {other_names} = {other_here},  loss {third_here}</source>
        <translation>start: {names} = {here},  {other_names} = {other_here},  loss {third_here}</translation>
    </message>
    <message>
        <source>steep</source>
        <translation>steep</translation>
    </message>
    <message>
        <source>steered</source>
        <translation>steered</translation>
    </message>
    <message>
        <source>step</source>
        <translation>step</translation>
    </message>
    <message>
        <source>step length of {who}</source>
        <translation>step length of {who}</translation>
    </message>
    <message>
        <source>step {count}</source>
        <translation>step {count}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>step {step}</translation>
    </message>
    <message>
        <source>step {step} of {count}</source>
        <translation>step {step} of {count}</translation>
    </message>
    <message>
        <source>step {step} · {value} · {speed} times</source>
        <translation>step {step} · {value} · {speed} times</translation>
    </message>
    <message>
        <source>step {step}: {distance} off the plane</source>
        <translation>step {step}: {distance} off the plane</translation>
    </message>
    <message>
        <source>step {step}: {value}</source>
        <translation>step {step}: {value}</translation>
    </message>
    <message>
        <source>stepback</source>
        <translation>stepback</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>steps</translation>
    </message>
    <message>
        <source>steps back in time, 0 to 50</source>
        <translation>steps back in time, 0 to 50</translation>
    </message>
    <message>
        <source>steps by you</source>
        <translation>steps by you</translation>
    </message>
    <message>
        <source>steps, up to {last}</source>
        <translation>steps, up to {last}</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>stuck</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>sum</translation>
    </message>
    <message>
        <source>sum of all exp(z)</source>
        <translation>sum of all exp(z)</translation>
    </message>
    <message>
        <source>sum of unit {number} of layer {layer}</source>
        <translation>sum of unit {number} of layer {layer}</translation>
    </message>
    <message>
        <source>sum of {name}</source>
        <translation>sum of {name}</translation>
    </message>
    <message>
        <source>sum z</source>
        <translation>sum z</translation>
    </message>
    <message>
        <source>sum z of {name}</source>
        <translation>sum z of {name}</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>sun</translation>
    </message>
    <message>
        <source>surface</source>
        <translation>surface</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>symbol</translation>
    </message>
    <message>
        <source>t, should be</source>
        <translation>t, should be</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>taken for</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>tanh + Glorot</source>
        <translation>tanh + Glorot</translation>
    </message>
    <message>
        <source>target {loss}</source>
        <translation>target {loss}</translation>
    </message>
    <message>
        <source>target {number}</source>
        <translation>target {number}</translation>
    </message>
    <message>
        <source>term {row} of the sum of unit {number} of layer {layer}</source>
        <translation>term {row} of the sum of unit {number} of layer {layer}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>the 3-D picture</source>
        <translation>the 3-D picture</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>the answer</translation>
    </message>
    <message>
        <source>the answer walks forward</source>
        <translation>the answer walks forward</translation>
    </message>
    <message>
        <source>the bias of unit {places} in layer {layer}</source>
        <translation>the bias of unit {places} in layer {layer}</translation>
    </message>
    <message>
        <source>the bound holds for a start from weights 0</source>
        <translation>the bound holds for a start from weights 0</translation>
    </message>
    <message>
        <source>the bracket</source>
        <translation>the bracket</translation>
    </message>
    <message>
        <source>the bundled digits</source>
        <translation>the bundled digits</translation>
    </message>
    <message>
        <source>the card of the event is opened</source>
        <translation>the card of the event is opened</translation>
    </message>
    <message>
        <source>the cloud</source>
        <translation>the cloud</translation>
    </message>
    <message>
        <source>the curvature is being measured</source>
        <translation>the curvature is being measured</translation>
    </message>
    <message>
        <source>the curve says {said}</source>
        <translation>the curve says {said}</translation>
    </message>
    <message>
        <source>the damaged file could not be set aside ({strerror})</source>
        <translation>the damaged file could not be set aside ({strerror})</translation>
    </message>
    <message>
        <source>the damaged file is kept as {name}</source>
        <translation>the damaged file is kept as {name}</translation>
    </message>
    <message>
        <source>the digits</source>
        <translation>the digits</translation>
    </message>
    <message>
        <source>the ends</source>
        <translation>the ends</translation>
    </message>
    <message>
        <source>the engine stumbled</source>
        <translation>the engine stumbled</translation>
    </message>
    <message>
        <source>the error walks back</source>
        <translation>the error walks back</translation>
    </message>
    <message>
        <source>the event's source</source>
        <translation>the event's source</translation>
    </message>
    <message>
        <source>the event's source; numbers of cores are drawn</source>
        <translation>the event's source; numbers of cores are drawn</translation>
    </message>
    <message>
        <source>the event's sources</source>
        <translation>the event's sources</translation>
    </message>
    <message>
        <source>the fair rates</source>
        <translation>the fair rates</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>the file is too large</translation>
    </message>
    <message>
        <source>the flu takes {share} of a class</source>
        <translation>the flu takes {share} of a class</translation>
    </message>
    <message>
        <source>the flu takes {share} of the inputs</source>
        <translation>the flu takes {share} of the inputs</translation>
    </message>
    <message>
        <source>the flu took half the class</source>
        <translation>the flu took half the class</translation>
    </message>
    <message>
        <source>the folder {folder} does not exist</source>
        <translation>the folder {folder} does not exist</translation>
    </message>
    <message>
        <source>the headline is out</source>
        <translation>the headline is out</translation>
    </message>
    <message>
        <source>the landscape</source>
        <translation>the landscape</translation>
    </message>
    <message>
        <source>the last 500 digits, mostly by other writers</source>
        <translation>the last 500 digits, mostly by other writers</translation>
    </message>
    <message>
        <source>the linear unit</source>
        <translation>the linear unit</translation>
    </message>
    <message>
        <source>the mean begins at zero</source>
        <translation>the mean begins at zero</translation>
    </message>
    <message>
        <source>the natural logarithm is log(x)</source>
        <translation>the natural logarithm is log(x)</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>the network</translation>
    </message>
    <message>
        <source>the numbers have ended</source>
        <translation>the numbers have ended</translation>
    </message>
    <message>
        <source>the numeric core could not be probed</source>
        <translation>the numeric core could not be probed</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>the output</translation>
    </message>
    <message>
        <source>the paper has none</source>
        <translation>the paper has none</translation>
    </message>
    <message>
        <source>the perceptron</source>
        <translation>the perceptron</translation>
    </message>
    <message>
        <source>the plane where the other inputs are 0</source>
        <translation>the plane where the other inputs are 0</translation>
    </message>
    <message>
        <source>the quick brown fox jumps over a lazy dog </source>
        <translation>the quick brown fox jumps over a lazy dog </translation>
    </message>
    <message>
        <source>the race</source>
        <translation>the race</translation>
    </message>
    <message>
        <source>the racer that you steer</source>
        <translation>the racer that you steer</translation>
    </message>
    <message>
        <source>the rate is beyond the bound</source>
        <translation>the rate is beyond the bound</translation>
    </message>
    <message>
        <source>the rule runs in a circle</source>
        <translation>the rule runs in a circle</translation>
    </message>
    <message>
        <source>the rule that fired last is a gradient</source>
        <translation>the rule that fired last is a gradient</translation>
    </message>
    <message>
        <source>the same weights at every moment</source>
        <translation>the same weights at every moment</translation>
    </message>
    <message>
        <source>the same, magnified</source>
        <translation>the same, magnified</translation>
    </message>
    <message>
        <source>the sigmoid unit</source>
        <translation>the sigmoid unit</translation>
    </message>
    <message>
        <source>the start is not on this line</source>
        <translation>the start is not on this line</translation>
    </message>
    <message>
        <source>the start lies outside the picture</source>
        <translation>the start lies outside the picture</translation>
    </message>
    <message>
        <source>the stuck ones</source>
        <translation>the stuck ones</translation>
    </message>
    <message>
        <source>the sum is opened</source>
        <translation>the sum is opened</translation>
    </message>
    <message>
        <source>the system gives no reason</source>
        <translation>the system gives no reason</translation>
    </message>
    <message>
        <source>the times of escape</source>
        <translation>the times of escape</translation>
    </message>
    <message>
        <source>the truth is shown</source>
        <translation>the truth is shown</translation>
    </message>
    <message>
        <source>the twins</source>
        <translation>the twins</translation>
    </message>
    <message>
        <source>the weight from {source} {places} to unit {other_places} in layer {layer}</source>
        <translation>the weight from {source} {places} to unit {other_places} in layer {layer}</translation>
    </message>
    <message>
        <source>their true labels</source>
        <translation>their true labels</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>theme</translation>
    </message>
    <message>
        <source>this bracket closes nothing; an opening one is missing before it</source>
        <translation>this bracket closes nothing; an opening one is missing before it</translation>
    </message>
    <message>
        <source>this bracket is never closed</source>
        <translation>this bracket is never closed</translation>
    </message>
    <message>
        <source>this cannot be used here</source>
        <translation>this cannot be used here</translation>
    </message>
    <message>
        <source>this number is too large; numbers up to 1e12 are allowed</source>
        <translation>this number is too large; numbers up to 1e12 are allowed</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>this one</translation>
    </message>
    <message>
        <source>this run {run}</source>
        <translation>this run {run}</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>threshold</translation>
    </message>
    <message>
        <source>through a plain unit</source>
        <translation>through a plain unit</translation>
    </message>
    <message>
        <source>thrown out</source>
        <translation>thrown out</translation>
    </message>
    <message>
        <source>time</source>
        <translation>time</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>timeline</translation>
    </message>
    <message>
        <source>times the flu came</source>
        <translation>times the flu came</translation>
    </message>
    <message>
        <source>tiny ones stuck</source>
        <translation>tiny ones stuck</translation>
    </message>
    <message>
        <source>title</source>
        <translation>title</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>to read</translation>
    </message>
    <message>
        <source>toggle</source>
        <translation>toggle</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>too small</translation>
    </message>
    <message>
        <source>top speed</source>
        <translation>top speed</translation>
    </message>
    <message>
        <source>tour</source>
        <translation>tour</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>transpose</source>
        <translation>transpose</translation>
    </message>
    <message>
        <source>truth {weight}</source>
        <translation>truth {weight}</translation>
    </message>
    <message>
        <source>tuned</source>
        <translation>tuned</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>turn</translation>
    </message>
    <message>
        <source>turns of {who}</source>
        <translation>turns of {who}</translation>
    </message>
    <message>
        <source>twin</source>
        <translation>twin</translation>
    </message>
    <message>
        <source>twin {twin}: flew off</source>
        <translation>twin {twin}: flew off</translation>
    </message>
    <message>
        <source>twin {twin}: loss {loss}, {state}</source>
        <translation>twin {twin}: loss {loss}, {state}</translation>
    </message>
    <message>
        <source>twins</source>
        <translation>twins</translation>
    </message>
    <message>
        <source>two inputs</source>
        <translation>two inputs</translation>
    </message>
    <message>
        <source>two layers add to what passes</source>
        <translation>two layers add to what passes</translation>
    </message>
    <message>
        <source>two or three</source>
        <translation>two or three</translation>
    </message>
    <message>
        <source>two to {most_columns}</source>
        <translation>two to {most_columns}</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unconfirmed</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>uniform</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>unit {index}: bias {weights}</source>
        <translation>unit {index}: bias {weights}</translation>
    </message>
    <message>
        <source>unit {number} of layer {layer}</source>
        <translation>unit {number} of layer {layer}</translation>
    </message>
    <message>
        <source>unit {said} says the most, {sums}: {verdict}</source>
        <translation>unit {said} says the most, {sums}: {verdict}</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>unit {unit}</translation>
    </message>
    <message>
        <source>unit {unit} of hidden layer {column}</source>
        <translation>unit {unit} of hidden layer {column}</translation>
    </message>
    <message>
        <source>units</source>
        <translation>units</translation>
    </message>
    <message>
        <source>units dead</source>
        <translation>units dead</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>unknown reason</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>unseen</translation>
    </message>
    <message>
        <source>until</source>
        <translation>until</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>untrained</translation>
    </message>
    <message>
        <source>up</source>
        <translation>up</translation>
    </message>
    <message>
        <source>up to {most_title_words} words and {longest_title} characters</source>
        <translation>up to {most_title_words} words and {longest_title} characters</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>updates</translation>
    </message>
    <message>
        <source>updates of {who} to 25 % errors</source>
        <translation>updates of {who} to 25 % errors</translation>
    </message>
    <message>
        <source>usual size of a weight</source>
        <translation>usual size of a weight</translation>
    </message>
    <message>
        <source>usual size of a weight of {arm}</source>
        <translation>usual size of a weight of {arm}</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>valley</translation>
    </message>
    <message>
        <source>valleys</source>
        <translation>valleys</translation>
    </message>
    <message>
        <source>value</source>
        <translation>value</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>value {value}</translation>
    </message>
    <message>
        <source>vel</source>
        <translation>vel</translation>
    </message>
    <message>
        <source>view</source>
        <translation>view</translation>
    </message>
    <message>
        <source>violet: yours to move</source>
        <translation>violet: yours to move</translation>
    </message>
    <message>
        <source>w ~ U(−1, 1) √(6 / (n_in + n_out))</source>
        <translation>w ~ U(−1, 1) √(6 / (n_in + n_out))</translation>
    </message>
    <message>
        <source>walks forward</source>
        <translation>walks forward</translation>
    </message>
    <message>
        <source>wall to wall</source>
        <translation>wall to wall</translation>
    </message>
    <message>
        <source>wall to wall for ever</source>
        <translation>wall to wall for ever</translation>
    </message>
    <message>
        <source>wall to wall, down to rest</source>
        <translation>wall to wall, down to rest</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>warn</translation>
    </message>
    <message>
        <source>weight of W{layer}, row {row}, column {number}</source>
        <translation>weight of W{layer}, row {row}, column {number}</translation>
    </message>
    <message>
        <source>weight {index}</source>
        <translation>weight {index}</translation>
    </message>
    <message>
        <source>weights of {arm} that are exactly 0</source>
        <translation>weights of {arm} that are exactly 0</translation>
    </message>
    <message>
        <source>weights that are exactly 0</source>
        <translation>weights that are exactly 0</translation>
    </message>
    <message>
        <source>what arrives</source>
        <translation>what arrives</translation>
    </message>
    <message>
        <source>what comes in:  </source>
        <translation>what comes in:  </translation>
    </message>
    <message>
        <source>what is left at the first layer</source>
        <translation>what is left at the first layer</translation>
    </message>
    <message>
        <source>what it becomes:  </source>
        <translation>what it becomes:  </translation>
    </message>
    <message>
        <source>what the largest tenth of the weights of {arm} holds</source>
        <translation>what the largest tenth of the weights of {arm} holds</translation>
    </message>
    <message>
        <source>what was foreseen stays below</source>
        <translation>what was foreseen stays below</translation>
    </message>
    <message>
        <source>where it began</source>
        <translation>where it began</translation>
    </message>
    <message>
        <source>where twins disagree</source>
        <translation>where twins disagree</translation>
    </message>
    <message>
        <source>where you point</source>
        <translation>where you point</translation>
    </message>
    <message>
        <source>widest axis</source>
        <translation>widest axis</translation>
    </message>
    <message>
        <source>width</source>
        <translation>width</translation>
    </message>
    <message>
        <source>width of the pale strip</source>
        <translation>width of the pale strip</translation>
    </message>
    <message>
        <source>width of the strip against the start</source>
        <translation>width of the strip against the start</translation>
    </message>
    <message>
        <source>width {width}</source>
        <translation>width {width}</translation>
    </message>
    <message>
        <source>widths of the article's figure; choices drawn at random</source>
        <translation>widths of the article's figure; choices drawn at random</translation>
    </message>
    <message>
        <source>with</source>
        <translation>with</translation>
    </message>
    <message>
        <source>without</source>
        <translation>without</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>without a value</translation>
    </message>
    <message>
        <source>without points no twins</source>
        <translation>without points no twins</translation>
    </message>
    <message>
        <source>without rounding</source>
        <translation>without rounding</translation>
    </message>
    <message>
        <source>words</source>
        <translation>words</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>worst</translation>
    </message>
    <message>
        <source>worst {worst}</source>
        <translation>worst {worst}</translation>
    </message>
    <message>
        <source>would do</source>
        <translation>would do</translation>
    </message>
    <message>
        <source>write abs(x) for the size of a number</source>
        <translation>write abs(x) for the size of a number</translation>
    </message>
    <message>
        <source>write decimals with a point, as in 0.5, and one value per function</source>
        <translation>write decimals with a point, as in 0.5, and one value per function</translation>
    </message>
    <message>
        <source>write only what stands to the right of the equals sign</source>
        <translation>write only what stands to the right of the equals sign</translation>
    </message>
    <message>
        <source>write round brackets</source>
        <translation>write round brackets</translation>
    </message>
    <message>
        <source>write sqrt(x) for a root</source>
        <translation>write sqrt(x) for a root</translation>
    </message>
    <message>
        <source>write {left}*{right}, the sign is missing</source>
        <translation>write {left}*{right}, the sign is missing</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>writing</translation>
    </message>
    <message>
        <source>written</source>
        <translation>written</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>wrong</translation>
    </message>
    <message>
        <source>w{i} of {name}</source>
        <translation>w{i} of {name}</translation>
    </message>
    <message>
        <source>x has {inputs} examples and y {targets}; they must be as many.</source>
        <translation>x has {inputs} examples and y {targets}; they must be as many.</translation>
    </message>
    <message>
        <source>x y pi e</source>
        <translation>x y pi e</translation>
    </message>
    <message>
        <source>x1_squared x2_squared</source>
        <translation>x1_squared x2_squared</translation>
    </message>
    <message>
        <source>xor</source>
        <translation>xor</translation>
    </message>
    <message>
        <source>x² + y² + xy + sin x + cos y</source>
        <translation>x² + y² + xy + sin x + cos y</translation>
    </message>
    <message>
        <source>years of the events</source>
        <translation>years of the events</translation>
    </message>
    <message>
        <source>you</source>
        <translation>you</translation>
    </message>
    <message>
        <source>your guess</source>
        <translation>your guess</translation>
    </message>
    <message>
        <source>your guess comes first</source>
        <translation>your guess comes first</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>yours</translation>
    </message>
    <message>
        <source>z is {z}, the slope there {slope}.</source>
        <translation>z is {z}, the slope there {slope}.</translation>
    </message>
    <message>
        <source>z is {z}.</source>
        <translation>z is {z}.</translation>
    </message>
    <message>
        <source>{about} Numbers: {source}.</source>
        <translation>{about} Numbers: {source}.</translation>
    </message>
    <message>
        <source>{about} Source: {source}.</source>
        <translation>{about} Source: {source}.</translation>
    </message>
    <message>
        <source>{about} {biggest} is still a big step: this is not clipping.</source>
        <translation>{about} {biggest} is still a big step: this is not clipping.</translation>
    </message>
    <message>
        <source>{about}, loss {loss}</source>
        <translation>{about}, loss {loss}</translation>
    </message>
    <message>
        <source>{accuracies} % right</source>
        <translation>{accuracies} % right</translation>
    </message>
    <message>
        <source>{accuracy} right · test {test_accuracy}</source>
        <translation>{accuracy} right · test {test_accuracy}</translation>
    </message>
    <message>
        <source>{address}. You are asked before anything opens.</source>
        <translation>{address}. You are asked before anything opens.</translation>
    </message>
    <message>
        <source>{after}; {share} % after {steps}.</source>
        <translation>{after}; {share} % after {steps}.</translation>
    </message>
    <message>
        <source>{arm} says less</source>
        <translation>{arm} says less</translation>
    </message>
    <message>
        <source>{arm} says more</source>
        <translation>{arm} says more</translation>
    </message>
    <message>
        <source>{away} of {units} are away, and with them {lost} of what is copied.</source>
        <translation>{away} of {units} are away, and with them {lost} of what is copied.</translation>
    </message>
    <message>
        <source>{batch} digits</source>
        <translation>{batch} digits</translation>
    </message>
    <message>
        <source>{batch} of {all} digits</source>
        <translation>{batch} of {all} digits</translation>
    </message>
    <message>
        <source>{blank} blank</source>
        <translation>{blank} blank</translation>
    </message>
    <message>
        <source>{blank} of {units} blank</source>
        <translation>{blank} of {units} blank</translation>
    </message>
    <message>
        <source>{came} of all {units}</source>
        <translation>{came} of all {units}</translation>
    </message>
    <message>
        <source>{came} of {drawn}</source>
        <translation>{came} of {drawn}</translation>
    </message>
    <message>
        <source>{came} of {drawn} came</source>
        <translation>{came} of {drawn} came</translation>
    </message>
    <message>
        <source>{card}, in box {box}</source>
        <translation>{card}, in box {box}</translation>
    </message>
    <message>
        <source>{cell} has a decimal {word}, but a row before has a decimal {other}.</source>
        <translation>{cell} has a decimal {word}, but a row before has a decimal {other}.</translation>
    </message>
    <message>
        <source>{cell} is no finite number; nothing can be learned from it.</source>
        <translation>{cell} is no finite number; nothing can be learned from it.</translation>
    </message>
    <message>
        <source>{cell} is not a number{hint}.</source>
        <translation>{cell} is not a number{hint}.</translation>
    </message>
    <message>
        <source>{cell} is too large for a number of 64 bits.</source>
        <translation>{cell} is too large for a number of 64 bits.</translation>
    </message>
    <message>
        <source>{cell} minus the average {average}</source>
        <translation>{cell} minus the average {average}</translation>
    </message>
    <message>
        <source>{counted} in this pass</source>
        <translation>{counted} in this pass</translation>
    </message>
    <message>
        <source>{counts} units.{place} {locked}</source>
        <translation>{counts} units.{place} {locked}</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} classes</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>{count} glances at {glance}: mean cosine {mean} to the full slope, from {least} to {most}.</source>
        <translation>{count} glances at {glance}: mean cosine {mean} to the full slope, from {least} to {most}.</translation>
    </message>
    <message>
        <source>{count} in</source>
        <translation>{count} in</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} inputs</translation>
    </message>
    <message>
        <source>{count} lessons</source>
        <translation>{count} lessons</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>{count} mistake</source>
        <translation>{count} mistake</translation>
    </message>
    <message>
        <source>{count} mistakes</source>
        <translation>{count} mistakes</translation>
    </message>
    <message>
        <source>{count} mistakes made</source>
        <translation>{count} mistakes made</translation>
    </message>
    <message>
        <source>{count} more; Copy takes all of them.</source>
        <translation>{count} more; Copy takes all of them.</translation>
    </message>
    <message>
        <source>{count} networks at once, one for each price.</source>
        <translation>{count} networks at once, one for each price.</translation>
    </message>
    <message>
        <source>{count} networks: from {low} to {high} right, mean {mean}.</source>
        <translation>{count} networks: from {low} to {high} right, mean {mean}.</translation>
    </message>
    <message>
        <source>{count} not</source>
        <translation>{count} not</translation>
    </message>
    <message>
        <source>{count} numbers are set by hand, in {where}.</source>
        <translation>{count} numbers are set by hand, in {where}.</translation>
    </message>
    <message>
        <source>{count} of {classes} on average</source>
        <translation>{count} of {classes} on average</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} of {total}</translation>
    </message>
    <message>
        <source>{count} of {total} places are drawn.</source>
        <translation>{count} of {total} places are drawn.</translation>
    </message>
    <message>
        <source>{count} of {total} right</source>
        <translation>{count} of {total} right</translation>
    </message>
    <message>
        <source>{count} of {wanted} glances at {batch} of {all} digits; loss {loss} after {passes} passes</source>
        <translation>{count} of {wanted} glances at {batch} of {all} digits; loss {loss} after {passes} passes</translation>
    </message>
    <message>
        <source>{count} of {wanted} networks asked.</source>
        <translation>{count} of {wanted} networks asked.</translation>
    </message>
    <message>
        <source>{count} of {wanted} tiny networks found it.</source>
        <translation>{count} of {wanted} tiny networks found it.</translation>
    </message>
    <message>
        <source>{count} of {whole} of class {names} are right{share}</source>
        <translation>{count} of {whole} of class {names} are right{share}</translation>
    </message>
    <message>
        <source>{count} of {whole} of class {names} taken for {other_names}{share}</source>
        <translation>{count} of {whole} of class {names} taken for {other_names}{share}</translation>
    </message>
    <message>
        <source>{count} other points of the same two moons</source>
        <translation>{count} other points of the same two moons</translation>
    </message>
    <message>
        <source>{count} other rows of the same world, without noise</source>
        <translation>{count} other rows of the same world, without noise</translation>
    </message>
    <message>
        <source>{count} out</source>
        <translation>{count} out</translation>
    </message>
    <message>
        <source>{count} outputs</source>
        <translation>{count} outputs</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} places</translation>
    </message>
    <message>
        <source>{count} places of the true curve</source>
        <translation>{count} places of the true curve</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} points</translation>
    </message>
    <message>
        <source>{count} points.</source>
        <translation>{count} points.</translation>
    </message>
    <message>
        <source>{count} rows of {inputs} numbers; {met} rows met so far</source>
        <translation>{count} rows of {inputs} numbers; {met} rows met so far</translation>
    </message>
    <message>
        <source>{count} taken for {said}</source>
        <translation>{count} taken for {said}</translation>
    </message>
    <message>
        <source>{count} turns</source>
        <translation>{count} turns</translation>
    </message>
    <message>
        <source>{count} twins of {parameters} weights each that learn {examples} points are too much; up to {value} twins can be trained here.</source>
        <translation>{count} twins of {parameters} weights each that learn {examples} points are too much; up to {value} twins can be trained here.</translation>
    </message>
    <message>
        <source>{count}, {tested} test</source>
        <translation>{count}, {tested} test</translation>
    </message>
    <message>
        <source>{data}, {count} examples. {same}</source>
        <translation>{data}, {count} examples. {same}</translation>
    </message>
    <message>
        <source>{date}. {count} of {total} lessons finished.</source>
        <translation>{date}. {count} of {total} lessons finished.</translation>
    </message>
    <message>
        <source>{depth} layers</source>
        <translation>{depth} layers</translation>
    </message>
    <message>
        <source>{distance} off the plane</source>
        <translation>{distance} off the plane</translation>
    </message>
    <message>
        <source>{done} of {masks} classes asked.</source>
        <translation>{done} of {masks} classes asked.</translation>
    </message>
    <message>
        <source>{drawn} of {inputs} inputs</source>
        <translation>{drawn} of {inputs} inputs</translation>
    </message>
    <message>
        <source>{draws} times another half of the layer is ill.</source>
        <translation>{draws} times another half of the layer is ill.</translation>
    </message>
    <message>
        <source>{end} more terms</source>
        <translation>{end} more terms</translation>
    </message>
    <message>
        <source>{entries} entries on the tape. One sweep back takes {products} products and gives all {slopes} slopes; forward it would take one sweep for each.</source>
        <translation>{entries} entries on the tape. One sweep back takes {products} products and gives all {slopes} slopes; forward it would take one sweep for each.</translation>
    </message>
    <message>
        <source>{error} Your points are unchanged.</source>
        <translation>{error} Your points are unchanged.</translation>
    </message>
    <message>
        <source>{first} and {second} decide differently on {share} % of the map</source>
        <translation>{first} and {second} decide differently on {share} % of the map</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{first} to {last}{space}% (95{space}%)</source>
        <translation>{first} to {last}{space}% (95{space}%)</translation>
    </message>
    <message>
        <source>{function} of {cell}</source>
        <translation>{function} of {cell}</translation>
    </message>
    <message>
        <source>{function} of {matrix} gives {made}.</source>
        <translation>{function} of {matrix} gives {made}.</translation>
    </message>
    <message>
        <source>{function}′ at {cell} = {value}</source>
        <translation>{function}′ at {cell} = {value}</translation>
    </message>
    <message>
        <source>{group} cannot stand in a lesson.</source>
        <translation>{group} cannot stand in a lesson.</translation>
    </message>
    <message>
        <source>{guess} (not sure)</source>
        <translation>{guess} (not sure)</translation>
    </message>
    <message>
        <source>{guess} (sure)</source>
        <translation>{guess} (sure)</translation>
    </message>
    <message>
        <source>{index} of {flights}</source>
        <translation>{index} of {flights}</translation>
    </message>
    <message>
        <source>{key} at step {step}</source>
        <translation>{key} at step {step}</translation>
    </message>
    <message>
        <source>{key} is declared twice.</source>
        <translation>{key} is declared twice.</translation>
    </message>
    <message>
        <source>{key} is empty.</source>
        <translation>{key} is empty.</translation>
    </message>
    <message>
        <source>{key} is missing{of}.</source>
        <translation>{key} is missing{of}.</translation>
    </message>
    <message>
        <source>{key} is {getattr}, as in {id}.md already.</source>
        <translation>{key} is {getattr}, as in {id}.md already.</translation>
    </message>
    <message>
        <source>{key} may have up to {longest} characters, not {value}.</source>
        <translation>{key} may have up to {longest} characters, not {value}.</translation>
    </message>
    <message>
        <source>{key} may have up to {most} entries, not {value}.</source>
        <translation>{key} may have up to {most} entries, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be a list of at most {many} texts in brackets.</source>
        <translation>{key} must be a list of at most {many} texts in brackets.</translation>
    </message>
    <message>
        <source>{key} must be a list of numbers.</source>
        <translation>{key} must be a list of numbers.</translation>
    </message>
    <message>
        <source>{key} must be a list of tables, such as [ {{ name = 1 }} ].</source>
        <translation>{key} must be a list of tables, such as [ {{ name = 1 }} ].</translation>
    </message>
    <message>
        <source>{key} must be a list, not {value}.</source>
        <translation>{key} must be a list, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be a number from {low} to {high}, not {value}.</source>
        <translation>{key} must be a number from {low} to {high}, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be a table of at most 40 texts in braces.</source>
        <translation>{key} must be a table of at most 40 texts in braces.</translation>
    </message>
    <message>
        <source>{key} must be a table, such as {{ name = 1 }}, not {value}.</source>
        <translation>{key} must be a table, such as {{ name = 1 }}, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be a text in quotes, not {value}.</source>
        <translation>{key} must be a text in quotes, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be a text, not {value}.</source>
        <translation>{key} must be a text, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be a whole number from {low} to {high}, not {value}.</source>
        <translation>{key} must be a whole number from {low} to {high}, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be at most {many} tables, each under a line [[{other_key}]].</source>
        <translation>{key} must be at most {many} tables, each under a line [[{other_key}]].</translation>
    </message>
    <message>
        <source>{key} must be one line of 1 to {most} characters, not {value}.</source>
        <translation>{key} must be one line of 1 to {most} characters, not {value}.</translation>
    </message>
    <message>
        <source>{key} must be true or false, not {value}.</source>
        <translation>{key} must be true or false, not {value}.</translation>
    </message>
    <message>
        <source>{key} must lie from {first_year} to {last_year}, not in {text}.</source>
        <translation>{key} must lie from {first_year} to {last_year}, not in {text}.</translation>
    </message>
    <message>
        <source>{key} must look like {example}, not {text}.</source>
        <translation>{key} must look like {example}, not {text}.</translation>
    </message>
    <message>
        <source>{key} names something twice.</source>
        <translation>{key} names something twice.</translation>
    </message>
    <message>
        <source>{label} of {owner}</source>
        <translation>{label} of {owner}</translation>
    </message>
    <message>
        <source>{label}: could not be prepared</source>
        <translation>{label}: could not be prepared</translation>
    </message>
    <message>
        <source>{layers} of {width} units</source>
        <translation>{layers} of {width} units</translation>
    </message>
    <message>
        <source>{layers} of {width} units, the most that are trained</source>
        <translation>{layers} of {width} units, the most that are trained</translation>
    </message>
    <message>
        <source>{layers} of {width} units; {activation}, start: {init}</source>
        <translation>{layers} of {width} units; {activation}, start: {init}</translation>
    </message>
    <message>
        <source>{layers}: {share} of the error comes back to the first.</source>
        <translation>{layers}: {share} of the error comes back to the first.</translation>
    </message>
    <message>
        <source>{learned} points to learn from, {new} new ones.</source>
        <translation>{learned} points to learn from, {new} new ones.</translation>
    </message>
    <message>
        <source>{letter}: {mean} with half ill, {whole} with all</source>
        <translation>{letter}: {mean} with half ill, {whole} with all</translation>
    </message>
    <message>
        <source>{letter}: {whole} with everyone well</source>
        <translation>{letter}: {whole} with everyone well</translation>
    </message>
    <message>
        <source>{lied} of the training labels are false; those of the test are true. Pass {pass_}.</source>
        <translation>{lied} of the training labels are false; those of the test are true. Pass {pass_}.</translation>
    </message>
    <message>
        <source>{longest_row} kB</source>
        <translation>{longest_row} kB</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} to {high}</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} to {high}: {count}</translation>
    </message>
    <message>
        <source>{machine} stands here twice.</source>
        <translation>{machine} stands here twice.</translation>
    </message>
    <message>
        <source>{many} stars of {units} pupils give {share} of what is copied.</source>
        <translation>{many} stars of {units} pupils give {share} of what is copied.</translation>
    </message>
    <message>
        <source>{matrix} follows from its rule. Inputs, targets, weights, biases, Z, dH, E can be typed.</source>
        <translation>{matrix} follows from its rule. Inputs, targets, weights, biases, Z, dH, E can be typed.</translation>
    </message>
    <message>
        <source>{matrix} is handed on.</source>
        <translation>{matrix} is handed on.</translation>
    </message>
    <message>
        <source>{matrix}, row {row}, column {column}: {value}</source>
        <translation>{matrix}, row {row}, column {column}: {value}</translation>
    </message>
    <message>
        <source>{mean}; {single}. Single classes lie {spread} around it.</source>
        <translation>{mean}; {single}. Single classes lie {spread} around it.</translation>
    </message>
    <message>
        <source>{met} of {count} reached</source>
        <translation>{met} of {count} reached</translation>
    </message>
    <message>
        <source>{mistakes} mistakes</source>
        <translation>{mistakes} mistakes</translation>
    </message>
    <message>
        <source>{most_columns} columns</source>
        <translation>{most_columns} columns</translation>
    </message>
    <message>
        <source>{most} numbers are set by hand; release some first.</source>
        <translation>{most} numbers are set by hand; release some first.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} and {count} more</translation>
    </message>
    <message>
        <source>{name} ({rows} by {columns})</source>
        <translation>{name} ({rows} by {columns})</translation>
    </message>
    <message>
        <source>{name} already leads to the term {taken}.</source>
        <translation>{name} already leads to the term {taken}.</translation>
    </message>
    <message>
        <source>{name} becomes</source>
        <translation>{name} becomes</translation>
    </message>
    <message>
        <source>{name} could not be made: a picture of the race could not be painted.</source>
        <translation>{name} could not be made: a picture of the race could not be painted.</translation>
    </message>
    <message>
        <source>{name} could not be saved ({reason}). {advice}</source>
        <translation>{name} could not be saved ({reason}). {advice}</translation>
    </message>
    <message>
        <source>{name} examples agree by {cosine}.</source>
        <translation>{name} examples agree by {cosine}.</translation>
    </message>
    <message>
        <source>{name} goes from {low} to {high}</source>
        <translation>{name} goes from {low} to {high}</translation>
    </message>
    <message>
        <source>{name} has {files} events; the first {most_events} are read.</source>
        <translation>{name} has {files} events; the first {most_events} are read.</translation>
    </message>
    <message>
        <source>{name} has {rows} rows and {columns} columns, counted from 0.</source>
        <translation>{name} has {rows} rows and {columns} columns, counted from 0.</translation>
    </message>
    <message>
        <source>{name} hears {heard} of what it would.</source>
        <translation>{name} hears {heard} of what it would.</translation>
    </message>
    <message>
        <source>{name} holds no lesson that works; the list says why.</source>
        <translation>{name} holds no lesson that works; the list says why.</translation>
    </message>
    <message>
        <source>{name} is a folder in {parent}. Choose another name.</source>
        <translation>{name} is a folder in {parent}. Choose another name.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <translation>{name} is a folder, not a file.</translation>
    </message>
    <message>
        <source>{name} is a pipe or a device, not a file of its own.</source>
        <translation>{name} is a pipe or a device, not a file of its own.</translation>
    </message>
    <message>
        <source>{name} is a whole lesson: change it as you like.</source>
        <translation>{name} is a whole lesson: change it as you like.</translation>
    </message>
    <message>
        <source>{name} is cued, but locked.</source>
        <translation>{name} is cued, but locked.</translation>
    </message>
    <message>
        <source>{name} is declared wrongly: {reason}.</source>
        <translation>{name} is declared wrongly: {reason}.</translation>
    </message>
    <message>
        <source>{name} is no class.</source>
        <translation>{name} is no class.</translation>
    </message>
    <message>
        <source>{name} is not known</source>
        <translation>{name} is not known</translation>
    </message>
    <message>
        <source>{name} is open. {count} mistakes are listed; the rest works.</source>
        <translation>{name} is open. {count} mistakes are listed; the rest works.</translation>
    </message>
    <message>
        <source>{name} is open; its lessons stand at the end of the path.</source>
        <translation>{name} is open; its lessons stand at the end of the path.</translation>
    </message>
    <message>
        <source>{name} must be 0 or {legal}, not {given}.</source>
        <translation>{name} must be 0 or {legal}, not {given}.</translation>
    </message>
    <message>
        <source>{name} must be a finite number, not {value}.</source>
        <translation>{name} must be a finite number, not {value}.</translation>
    </message>
    <message>
        <source>{name} must be a number, not {value}.</source>
        <translation>{name} must be a number, not {value}.</translation>
    </message>
    <message>
        <source>{name} must be a whole number from 0 to {most}, not {value}.</source>
        <translation>{name} must be a whole number from 0 to {most}, not {value}.</translation>
    </message>
    <message>
        <source>{name} must be at least {least}, not {value}.</source>
        <translation>{name} must be at least {least}, not {value}.</translation>
    </message>
    <message>
        <source>{name} must be finite numbers.</source>
        <translation>{name} must be finite numbers.</translation>
    </message>
    <message>
        <source>{name} must be from 0 to {most}, not {value}.</source>
        <translation>{name} must be from 0 to {most}, not {value}.</translation>
    </message>
    <message>
        <source>{name} must be numbers, not {values}.</source>
        <translation>{name} must be numbers, not {values}.</translation>
    </message>
    <message>
        <source>{name} must be {legal}, not {given}.</source>
        <translation>{name} must be {legal}, not {given}.</translation>
    </message>
    <message>
        <source>{name} must be {legal}, not {value} characters.</source>
        <translation>{name} must be {legal}, not {value} characters.</translation>
    </message>
    <message>
        <source>{name} must be {legal}; nothing was typed.</source>
        <translation>{name} must be {legal}; nothing was typed.</translation>
    </message>
    <message>
        <source>{name} must have 1 to {most_examples} examples, not {array}.</source>
        <translation>{name} must have 1 to {most_examples} examples, not {array}.</translation>
    </message>
    <message>
        <source>{name} must have the shape (examples, {width}), not {shape}.</source>
        <translation>{name} must have the shape (examples, {width}), not {shape}.</translation>
    </message>
    <message>
        <source>{name} needs round brackets; write {name}(x)</source>
        <translation>{name} needs round brackets; write {name}(x)</translation>
    </message>
    <message>
        <source>{name} was not opened</source>
        <translation>{name} was not opened</translation>
    </message>
    <message>
        <source>{name} was not opened; your points are unchanged.</source>
        <translation>{name} was not opened; your points are unchanged.</translation>
    </message>
    <message>
        <source>{name} would be class {most_classes}; at most {other_most_classes} can be told apart.</source>
        <translation>{name} would be class {most_classes}; at most {other_most_classes} can be told apart.</translation>
    </message>
    <message>
        <source>{name} {given}, which cannot be written here. Use {known}.</source>
        <translation>{name} {given}, which cannot be written here. Use {known}.</translation>
    </message>
    <message>
        <source>{name}, curvature {curvature}, rate {rate}: {verdict}; {place}.</source>
        <translation>{name}, curvature {curvature}, rate {rate}: {verdict}; {place}.</translation>
    </message>
    <message>
        <source>{name}, line {line}: {sentence}</source>
        <translation>{name}, line {line}: {sentence}</translation>
    </message>
    <message>
        <source>{name}: down as number {place} after {passes} passes, {updates} updates, {seconds} seconds. {about}</source>
        <translation>{name}: down as number {place} after {passes} passes, {updates} updates, {seconds} seconds. {about}</translation>
    </message>
    <message>
        <source>{name}: every step does what it says.</source>
        <translation>{name}: every step does what it says.</translation>
    </message>
    <message>
        <source>{name}: flew off. {about}</source>
        <translation>{name}: flew off. {about}</translation>
    </message>
    <message>
        <source>{name}: not tried yet</source>
        <translation>{name}: not tried yet</translation>
    </message>
    <message>
        <source>{name}: nothing yet.</source>
        <translation>{name}: nothing yet.</translation>
    </message>
    <message>
        <source>{name}: {before} right before, {now} now.</source>
        <translation>{name}: {before} right before, {now} now.</translation>
    </message>
    <message>
        <source>{name}: {digit} with {share} %</source>
        <translation>{name}: {digit} with {share} %</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}, not {value}.</source>
        <translation>{name}: {low} to {high}, not {value}.</translation>
    </message>
    <message>
        <source>{name}: {now} of {than}</source>
        <translation>{name}: {now} of {than}</translation>
    </message>
    <message>
        <source>{name}: {now} right.</source>
        <translation>{name}: {now} right.</translation>
    </message>
    <message>
        <source>{name}: {now}, above {than}</source>
        <translation>{name}: {now}, above {than}</translation>
    </message>
    <message>
        <source>{name}: {now}, at most {than}</source>
        <translation>{name}: {now}, at most {than}</translation>
    </message>
    <message>
        <source>{name}: {now}, below {than}</source>
        <translation>{name}: {now}, below {than}</translation>
    </message>
    <message>
        <source>{name}: {now}, down to {than}</source>
        <translation>{name}: {now}, down to {than}</translation>
    </message>
    <message>
        <source>{name}: {now}, not {than}</source>
        <translation>{name}: {now}, not {than}</translation>
    </message>
    <message>
        <source>{name}: {now}, to be {than}</source>
        <translation>{name}: {now}, to be {than}</translation>
    </message>
    <message>
        <source>{name}: {right} of {count} right.</source>
        <translation>{name}: {right} of {count} right.</translation>
    </message>
    <message>
        <source>{name}: {share} of the way down. {about}</source>
        <translation>{name}: {share} of the way down. {about}</translation>
    </message>
    <message>
        <source>{name}: {solved} of {total} solved</source>
        <translation>{name}: {solved} of {total} solved</translation>
    </message>
    <message>
        <source>{nets} networks with 64 hidden units, pass {pass_} of {all}</source>
        <translation>{nets} networks with 64 hidden units, pass {pass_} of {all}</translation>
    </message>
    <message>
        <source>{nets} of them</source>
        <translation>{nets} of them</translation>
    </message>
    <message>
        <source>{nets} of {wanted} untrained networks, each asked about {inputs} digits</source>
        <translation>{nets} of {wanted} untrained networks, each asked about {inputs} digits</translation>
    </message>
    <message>
        <source>{nets} of {wanted} untrained networks, each asked about {inputs} random inputs with random labels</source>
        <translation>{nets} of {wanted} untrained networks, each asked about {inputs} random inputs with random labels</translation>
    </message>
    <message>
        <source>{network}; all at rate {rate}</source>
        <translation>{network}; all at rate {rate}</translation>
    </message>
    <message>
        <source>{network}; each at its own best of six rates</source>
        <translation>{network}; each at its own best of six rates</translation>
    </message>
    <message>
        <source>{network}; thin lines: range of {seeds} seeds</source>
        <translation>{network}; thin lines: range of {seeds} seeds</translation>
    </message>
    <message>
        <source>{new} of the new points are right, {old} of those learned from.</source>
        <translation>{new} of the new points are right, {old} of those learned from.</translation>
    </message>
    <message>
        <source>{number} multiply-adds per second, {year}</source>
        <translation>{number} multiply-adds per second, {year}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} of {total}</translation>
    </message>
    <message>
        <source>{number} passes</source>
        <translation>{number} passes</translation>
    </message>
    <message>
        <source>{one} and {other} give {made}.</source>
        <translation>{one} and {other} give {made}.</translation>
    </message>
    <message>
        <source>{one} gives {made}.</source>
        <translation>{one} gives {made}.</translation>
    </message>
    <message>
        <source>{optimizer} takes a step</source>
        <translation>{optimizer} takes a step</translation>
    </message>
    <message>
        <source>{passes} passes</source>
        <translation>{passes} passes</translation>
    </message>
    <message>
        <source>{percent} % trained</source>
        <translation>{percent} % trained</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} of {count}</translation>
    </message>
    <message>
        <source>{points} points{wrong}.</source>
        <translation>{points} points{wrong}.</translation>
    </message>
    <message>
        <source>{points} rows of different classes: no learner can get all of them right.</source>
        <translation>{points} rows of different classes: no learner can get all of them right.</translation>
    </message>
    <message>
        <source>{ranges}: learning is made for −1 to 1, and slow here. Scale the columns.</source>
        <translation>{ranges}: learning is made for −1 to 1, and slow here. Scale the columns.</translation>
    </message>
    <message>
        <source>{ranges}: no rate suits both, so learning is slow. Scale the columns.</source>
        <translation>{ranges}: no rate suits both, so learning is slow. Scale the columns.</translation>
    </message>
    <message>
        <source>{reached} % of the unseen rows right</source>
        <translation>{reached} % of the unseen rows right</translation>
    </message>
    <message>
        <source>{ready} of {total} parts; only the first start takes this long</source>
        <translation>{ready} of {total} parts; only the first start takes this long</translation>
    </message>
    <message>
        <source>{right_words} right</source>
        <translation>{right_words} right</translation>
    </message>
    <message>
        <source>{right} of these {count} are right</source>
        <translation>{right} of these {count} are right</translation>
    </message>
    <message>
        <source>{right} of {total}</source>
        <translation>{right} of {total}</translation>
    </message>
    <message>
        <source>{right} of {total} right</source>
        <translation>{right} of {total} right</translation>
    </message>
    <message>
        <source>{rings} A click flips a point.</source>
        <translation>{rings} A click flips a point.</translation>
    </message>
    <message>
        <source>{rows} examples of {features} features, of which {truth} matter</source>
        <translation>{rows} examples of {features} features, of which {truth} matter</translation>
    </message>
    <message>
        <source>{rows} with {columns}</source>
        <translation>{rows} with {columns}</translation>
    </message>
    <message>
        <source>{said}, not {truth}</source>
        <translation>{said}, not {truth}</translation>
    </message>
    <message>
        <source>{sentence} Drag sideways, or click to type.</source>
        <translation>{sentence} Drag sideways, or click to type.</translation>
    </message>
    <message>
        <source>{share} % exactly 0</source>
        <translation>{share} % exactly 0</translation>
    </message>
    <message>
        <source>{share} % lie where the curve is flat.</source>
        <translation>{share} % lie where the curve is flat.</translation>
    </message>
    <message>
        <source>{share} % of its units are dead.</source>
        <translation>{share} % of its units are dead.</translation>
    </message>
    <message>
        <source>{share} % read. Your points stay until all is read.</source>
        <translation>{share} % read. Your points stay until all is read.</translation>
    </message>
    <message>
        <source>{share} of all weights help one and hurt another</source>
        <translation>{share} of all weights help one and hurt another</translation>
    </message>
    <message>
        <source>{short} right</source>
        <translation>{short} right</translation>
    </message>
    <message>
        <source>{short} ≈ (radius {radius} / margin {margin})²</source>
        <translation>{short} ≈ (radius {radius} / margin {margin})²</translation>
    </message>
    <message>
        <source>{shown} of {asked} starts: more would make this surface slow to answer.</source>
        <translation>{shown} of {asked} starts: more would make this surface slow to answer.</translation>
    </message>
    <message>
        <source>{shown} of {total} weights drawn.</source>
        <translation>{shown} of {total} weights drawn.</translation>
    </message>
    <message>
        <source>{side} × {same} points, {examples} of {all} examples</source>
        <translation>{side} × {same} points, {examples} of {all} examples</translation>
    </message>
    <message>
        <source>{sign} cannot be used; {hint}</source>
        <translation>{sign} cannot be used; {hint}</translation>
    </message>
    <message>
        <source>{size} flew off</source>
        <translation>{size} flew off</translation>
    </message>
    <message>
        <source>{size} twins, {solved} solved.</source>
        <translation>{size} twins, {solved} solved.</translation>
    </message>
    <message>
        <source>{solved} of {total} twins {words}: {big}, {small}.</source>
        <translation>{solved} of {total} twins {words}: {big}, {small}.</translation>
    </message>
    <message>
        <source>{solved} solved</source>
        <translation>{solved} solved</translation>
    </message>
    <message>
        <source>{step} steps</source>
        <translation>{step} steps</translation>
    </message>
    <message>
        <source>{step}, pass {number} of {passes}</source>
        <translation>{step}, pass {number} of {passes}</translation>
    </message>
    <message>
        <source>{stuck} are stuck.</source>
        <translation>{stuck} are stuck.</translation>
    </message>
    <message>
        <source>{stuck} of {tiny}</source>
        <translation>{stuck} of {tiny}</translation>
    </message>
    <message>
        <source>{sum} of {flags} right</source>
        <translation>{sum} of {flags} right</translation>
    </message>
    <message>
        <source>{sum} of {right} right</source>
        <translation>{sum} of {right} right</translation>
    </message>
    <message>
        <source>{titles}, learning rate {rates}. </source>
        <translation>{titles}, learning rate {rates}. </translation>
    </message>
    <message>
        <source>{title}  Ctrl+{number}</source>
        <translation>{title}  Ctrl+{number}</translation>
    </message>
    <message>
        <source>{title} ended at step {size}</source>
        <translation>{title} ended at step {size}</translation>
    </message>
    <message>
        <source>{title} flew off at step {step}</source>
        <translation>{title} flew off at step {step}</translation>
    </message>
    <message>
        <source>{title} in space</source>
        <translation>{title} in space</translation>
    </message>
    <message>
        <source>{title} is for outputs; a hidden layer cannot have it.</source>
        <translation>{title} is for outputs; a hidden layer cannot have it.</translation>
    </message>
    <message>
        <source>{title} never</source>
        <translation>{title} never</translation>
    </message>
    <message>
        <source>{title} took the weights into it.</source>
        <translation>{title} took the weights into it.</translation>
    </message>
    <message>
        <source>{title} {zeros} of {inputs} exactly 0, largest {largest}</source>
        <translation>{title} {zeros} of {inputs} exactly 0, largest {largest}</translation>
    </message>
    <message>
        <source>{title} – Nutshell</source>
        <translation>{title} – Nutshell</translation>
    </message>
    <message>
        <source>{title}'s learning rate is too high: {rate} is above {equal}, its bound for the curvature {other_equal} that it met at step {step}, so along {name} it overshot more and more.</source>
        <translation>{title}'s learning rate is too high: {rate} is above {equal}, its bound for the curvature {other_equal} that it met at step {step}, so along {name} it overshot more and more.</translation>
    </message>
    <message>
        <source>{title}'s learning rate is too high: {title} has no stability bound, but at {rate} its steps along {name} are longer than the map.</source>
        <translation>{title}'s learning rate is too high: {title} has no stability bound, but at {rate} its steps along {name} are longer than the map.</translation>
    </message>
    <message>
        <source>{title}'s steps along {name} grew longer than the map at a learning rate of {rate}, though its path met no curvature that forbids it.</source>
        <translation>{title}'s steps along {name} grew longer than the map at a learning rate of {rate}, though its path met no curvature that forbids it.</translation>
    </message>
    <message>
        <source>{title}, finished on {date}</source>
        <translation>{title}, finished on {date}</translation>
    </message>
    <message>
        <source>{title}, layer {layer}.</source>
        <translation>{title}, layer {layer}.</translation>
    </message>
    <message>
        <source>{title}, step {step}</source>
        <translation>{title}, step {step}</translation>
    </message>
    <message>
        <source>{title}, step {step}{value}</source>
        <translation>{title}, step {step}{value}</translation>
    </message>
    <message>
        <source>{title}: its numbers are no more.</source>
        <translation>{title}: its numbers are no more.</translation>
    </message>
    <message>
        <source>{title}: point {index}</source>
        <translation>{title}: point {index}</translation>
    </message>
    <message>
        <source>{title}: {rows} rows with {inputs} and {kind}.</source>
        <translation>{title}: {rows} rows with {inputs} and {kind}.</translation>
    </message>
    <message>
        <source>{title}: {rows} rows with {inputs} and {kind}. {x} of them, drawn by lot, are shown.</source>
        <translation>{title}: {rows} rows with {inputs} and {kind}. {x} of them, drawn by lot, are shown.</translation>
    </message>
    <message>
        <source>{title}: {share} right.</source>
        <translation>{title}: {share} right.</translation>
    </message>
    <message>
        <source>{top} times</source>
        <translation>{top} times</translation>
    </message>
    <message>
        <source>{torn} points have</source>
        <translation>{torn} points have</translation>
    </message>
    <message>
        <source>{twin} · click to see it</source>
        <translation>{twin} · click to see it</translation>
    </message>
    <message>
        <source>{typed} can be read as {whole} or as {fraction}; type one of these.</source>
        <translation>{typed} can be read as {whole} or as {fraction}; type one of these.</translation>
    </message>
    <message>
        <source>{units} more units</source>
        <translation>{units} more units</translation>
    </message>
    <message>
        <source>{units} pupils, all of them here.</source>
        <translation>{units} pupils, all of them here.</translation>
    </message>
    <message>
        <source>{value} to {other_value}</source>
        <translation>{value} to {other_value}</translation>
    </message>
    <message>
        <source>{value}. {sentence} Drag, type, or use the arrow keys.</source>
        <translation>{value}. {sentence} Drag, type, or use the arrow keys.</translation>
    </message>
    <message>
        <source>{value}; from {least} to {most}. Plus and minus change it.</source>
        <translation>{value}; from {least} to {most}. Plus and minus change it.</translation>
    </message>
    <message>
        <source>{weights} weights</source>
        <translation>{weights} weights</translation>
    </message>
    <message>
        <source>{what} cannot be changed by hand here.</source>
        <translation>{what} cannot be changed by hand here.</translation>
    </message>
    <message>
        <source>{what} must be a whole number from {low} to {high}, not {value}.</source>
        <translation>{what} must be a whole number from {low} to {high}, not {value}.</translation>
    </message>
    <message>
        <source>{what} needs numbers from -1,000,000 to 1,000,000, not {values}.</source>
        <translation>{what} needs numbers from -1,000,000 to 1,000,000, not {values}.</translation>
    </message>
    <message>
        <source>{what} needs {count} numbers, not {numbers}.</source>
        <translation>{what} needs {count} numbers, not {numbers}.</translation>
    </message>
    <message>
        <source>{what} needs {count} numbers, not {values}.</source>
        <translation>{what} needs {count} numbers, not {values}.</translation>
    </message>
    <message>
        <source>{what} needs {key}.</source>
        <translation>{what} needs {key}.</translation>
    </message>
    <message>
        <source>{who} came and says {value}.</source>
        <translation>{who} came and says {value}.</translation>
    </message>
    <message>
        <source>{who} does not fly off</source>
        <translation>{who} does not fly off</translation>
    </message>
    <message>
        <source>{who} flies off</source>
        <translation>{who} flies off</translation>
    </message>
    <message>
        <source>{who} has arrived</source>
        <translation>{who} has arrived</translation>
    </message>
    <message>
        <source>{who} has left the flat part</source>
        <translation>{who} has left the flat part</translation>
    </message>
    <message>
        <source>{who} is ill: it says nothing, and nobody hears it.</source>
        <translation>{who} is ill: it says nothing, and nobody hears it.</translation>
    </message>
    <message>
        <source>{who} is ill: {carried} of what is copied came from it.</source>
        <translation>{who} is ill: {carried} of what is copied came from it.</translation>
    </message>
    <message>
        <source>{who} is still on its way</source>
        <translation>{who} is still on its way</translation>
    </message>
    <message>
        <source>{who} is still on the flat part</source>
        <translation>{who} is still on the flat part</translation>
    </message>
    <message>
        <source>{who} was sent home.</source>
        <translation>{who} was sent home.</translation>
    </message>
    <message>
        <source>{who}: {carried} of what is copied comes from it.</source>
        <translation>{who}: {carried} of what is copied comes from it.</translation>
    </message>
    <message>
        <source>{words} done.</source>
        <translation>{words} done.</translation>
    </message>
    <message>
        <source>{words}, not learned from</source>
        <translation>{words}, not learned from</translation>
    </message>
    <message>
        <source>{words}, {shown} shown</source>
        <translation>{words}, {shown} shown</translation>
    </message>
    <message>
        <source>{words}. Nothing is kept of a row but what it did to the weights.</source>
        <translation>{words}. Nothing is kept of a row but what it did to the weights.</translation>
    </message>
    <message>
        <source>{words}Arrow keys walk, Return chooses.</source>
        <translation>{words}Arrow keys walk, Return chooses.</translation>
    </message>
    <message>
        <source>{word} is no point of a momentum curve; write step:value, as in 100:0.9.</source>
        <translation>{word} is no point of a momentum curve; write step:value, as in 100:0.9.</translation>
    </message>
    <message>
        <source>{x} points</source>
        <translation>{x} points</translation>
    </message>
    <message>
        <source>{years} years apart from the winters</source>
        <translation>{years} years apart from the winters</translation>
    </message>
    <message>
        <source>{zeros} exactly 0</source>
        <translation>{zeros} exactly 0</translation>
    </message>
    <message>
        <source>{zeros} of {total} exactly 0</source>
        <translation>{zeros} of {total} exactly 0</translation>
    </message>
    <message>
        <source>{zeros} of {total} exactly 0, {near} % nearly</source>
        <translation>{zeros} of {total} exactly 0, {near} % nearly</translation>
    </message>
    <message>
        <source>|x| = {far} after {steps} steps</source>
        <translation>|x| = {far} after {steps} steps</translation>
    </message>
    <message>
        <source>|x| after {steps}</source>
        <translation>|x| after {steps}</translation>
    </message>
    <message>
        <source>μₜ = min(μ, 0.5 … 1), rising from 10 % to 30 % of the run</source>
        <translation>μₜ = min(μ, 0.5 … 1), rising from 10 % to 30 % of the run</translation>
    </message>
    <message>
        <source>μₜ = min(μ, the curve at t)</source>
        <translation>μₜ = min(μ, the curve at t)</translation>
    </message>
    <message>
        <source>−Σ y ln a + (1 − y) ln(1 − a);  softmax: −Σ y ln a</source>
        <translation>−Σ y ln a + (1 − y) ln(1 − a);  softmax: −Σ y ln a</translation>
    </message>
</context>
</TS>
