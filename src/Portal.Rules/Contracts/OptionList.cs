using System.Globalization;
using Portal.Rules.Text;

namespace Portal.Rules.Contracts;

/// <summary>Something that a contract has beside its plan.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Quantity">How many; null where it is there or not.</param>
public sealed record NamedOption(string Name, int? Quantity);

/// <summary>Options of a contract as they are typed, one a line: a name, and behind a "×" how many.</summary>
/// <param name="Options">In the order in which they were typed.</param>
/// <param name="FaultyLine">The first line that is no option, from 1 on; null where all are.</param>
public sealed record OptionList(IReadOnlyList<NamedOption> Options, int? FaultyLine)
{
    private const char Times = '×';

    /// <param name="text">Any text; empty lines count for nothing.</param>
    public static OptionList Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var options = new List<NamedOption>();
        int? faulty = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is not { Length: > 0 } line)
            {
                continue;
            }

            var option = One(line);
            faulty ??= IsFit(option, options) ? null : i + 1;
            options.Add(option);
        }

        return new OptionList(options, faulty);
    }

    /// <summary>The same as text, as <see cref="Read"/> takes it.</summary>
    public static string Write(IEnumerable<NamedOption> options) => string.Join('\n', options.Select(option =>
        option.Quantity is { } quantity
            ? string.Create(CultureInfo.InvariantCulture, $"{option.Name} {Times} {quantity}")
            : option.Name));

    private static bool IsFit(NamedOption option, List<NamedOption> before) =>
        before.Count < ContractLimits.Options && CodePoints.Count(option.Name) is > 0 and <= ContractLimits.Words
        && TextCheck.Find(option.Name, multiline: false) is null && option.Quantity is null or (> 0 and <= ContractLimits.Quantity)
        && before.TrueForAll(each => each.Name != option.Name);

    private static NamedOption One(string line)
    {
        var parts = line.Split(Times);
        return parts.Length > 1 && int.TryParse(CanonicalText.LoginId(parts[^1]), NumberStyles.None, CultureInfo.InvariantCulture,
            out var count)
            ? new NamedOption(CanonicalText.FreeText(string.Join(Times, parts.SkipLast(1))), count)
            : new NamedOption(CanonicalText.FreeText(line), null);
    }
}
