using Portal.Rules.Text;

namespace Portal.Rules.Contracts;

/// <summary>What is wrong with a list of telephone numbers.</summary>
public enum NumberListProblem
{
    /// <summary>No number of a line of Japan.</summary>
    NotANumber,

    /// <summary>It stands above already.</summary>
    Twice,

    /// <summary>There are more than <see cref="ContractLimits.Numbers"/>.</summary>
    TooMany,
}

/// <summary>The first line that is wrong.</summary>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Line">From 1 on.</param>
/// <param name="Text">What stands there.</param>
public sealed record NumberListFault(NumberListProblem Problem, int Line, string Text);

/// <summary>Telephone numbers of a contract as they are typed, one a line; the first is the main number.</summary>
/// <param name="Numbers">National digits, in the order in which they were typed.</param>
/// <param name="Fault">The first one; null where all are numbers.</param>
public sealed record NumberList(IReadOnlyList<string> Numbers, NumberListFault? Fault)
{
    private const int Shortest = 10;
    private const int Longest = 11;

    /// <param name="text">Any text; empty lines count for nothing.</param>
    public static NumberList Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = new List<string>();
        NumberListFault? fault = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is not { Length: > 0 } typed)
            {
                continue;
            }

            var digits = CanonicalText.PhoneNumber(typed);
            fault ??= Find(numbers, typed, digits) is { } problem ? new NumberListFault(problem, i + 1, typed) : null;
            numbers.Add(digits);
        }

        return new NumberList(numbers, fault);
    }

    private static NumberListProblem? Find(List<string> before, string typed, string digits) => digits switch
    {
        _ when before.Count == ContractLimits.Numbers => NumberListProblem.TooMany,
        _ when TelephoneNumber.Read(typed).Problem is not null || digits is not ['0', ..] || digits.Length is < Shortest or > Longest =>
            NumberListProblem.NotANumber,
        _ when before.Contains(digits) => NumberListProblem.Twice,
        _ => null,
    };
}
