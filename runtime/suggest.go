package runtime

import "strings"

// The costs of CPython's edit distance: changing the case of a letter is half as bad as another change.
const (
	moveCost          = 2
	caseCost          = 1
	maxSuggestLength  = 40
	maxSuggestChoices = 750
)

func substitutionCost(a, b byte) int {
	if a&31 != b&31 {
		return moveCost
	}
	if a == b {
		return 0
	}
	if 'A' <= a && a <= 'Z' {
		a += 'a' - 'A'
	}
	if 'A' <= b && b <= 'Z' {
		b += 'a' - 'A'
	}
	if a == b {
		return caseCost
	}
	return moveCost
}

// editDistance is the Levenshtein distance of two texts' UTF-8 with these costs, or more than limit as soon as it must be.
func editDistance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * moveCost
	}
	if len(a) > maxSuggestLength || len(b) > maxSuggestLength {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	var row [maxSuggestLength]int
	for i := range a {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j := 0; j < len(b); j++ {
		diagonal := j * moveCost
		result = diagonal
		least := 1 << 30
		for i := 0; i < len(a); i++ {
			substitute := diagonal + substitutionCost(b[j], a[i])
			diagonal = row[i]
			result = min(substitute, min(result, diagonal)+moveCost)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}

// suggest returns the candidate closest to a misspelt name, "" when none is close: no more than a third of the letters may differ.
func suggest(name string, candidates []string) string {
	if len(candidates) >= maxSuggestChoices {
		return ""
	}
	best, bestDistance := "", 1<<30
	for _, c := range candidates {
		if c == name {
			continue
		}
		limit := min((len(name)+len(c)+3)*moveCost/6, bestDistance-1)
		d := editDistance(name, c, limit)
		if d > limit {
			continue
		}
		if best == "" || d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// unexpectedKeyword is the text of the TypeError of a keyword argument that a function does not have, with a suggestion from 3.13 on.
func unexpectedKeyword(t *Thread, function, key string, known []string) string {
	msg := function + "() got an unexpected keyword argument '" + key + "'"
	if t.interp.Version.At(13) {
		if s := suggest(key, known); s != "" {
			msg += ". Did you mean '" + s + "'?"
		}
	}
	return msg
}

func joinQuoted(names []string) string {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	}
	return strings.Join(names[:len(names)-1], ", ") + ", and " + names[len(names)-1]
}
