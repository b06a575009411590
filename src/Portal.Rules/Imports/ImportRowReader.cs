using System.Globalization;
using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Rules.Identifiers;
using Portal.Rules.Passwords.Stored;
using Portal.Rules.Text;

namespace Portal.Rules.Imports;

/// <summary>Reads the cells of one row, and notes what is wrong with each.</summary>
/// <param name="row">Its number as the spreadsheet shows it.</param>
/// <param name="cell">What stands in a column; empty where the file has no such column.</param>
internal sealed class ImportRowReader(int row, Func<MoveInColumn, string> cell)
{
    private const string Both = "ja, en";
    private const string YesAndNo = "1, 0";
    private static readonly string[] Yes = ["1", "true", "yes", "y", "はい", "○", "要"];
    private static readonly string[] No = ["", "0", "false", "no", "n", "いいえ", "×", "不要"];

    private readonly List<ImportProblem> problems = [];

    public int Row => row;

    public IReadOnlyList<ImportProblem> Problems => problems;

    public string Line(MoveInColumn column, int longest, bool required = false)
    {
        var typed = cell(column).Trim();
        var line = CanonicalText.FreeText(typed);
        if (line.Length == 0)
        {
            return required ? Wrong(column, ImportFault.Missing, "") : "";
        }

        if (TextCheck.Find(typed, multiline: false) is not null)
        {
            return Wrong(column, ImportFault.WrongText, "");
        }

        return CodePoints.Count(line) > longest
            ? Wrong(column, ImportFault.TooLong, longest.ToString(CultureInfo.InvariantCulture))
            : line;
    }

    /// <summary>Text of several lines that must be there, as a form keeps it.</summary>
    public string Note(MoveInColumn column, int longest)
    {
        var typed = cell(column).ReplaceLineEndings("\n").Trim();
        var note = CanonicalText.FreeText(typed);
        if (note.Length == 0)
        {
            return Wrong(column, ImportFault.Missing, "");
        }

        if (TextCheck.Find(typed, multiline: true) is not null)
        {
            return Wrong(column, ImportFault.WrongText, "");
        }

        return CodePoints.Count(note) > longest
            ? Wrong(column, ImportFault.TooLong, longest.ToString(CultureInfo.InvariantCulture))
            : note;
    }

    /// <param name="column">What is chosen.</param>
    /// <param name="words">By <see cref="CanonicalText.SearchKey"/> of what may stand there.</param>
    /// <param name="usual">Where nothing stands; null where something must.</param>
    public T Choice<T>(MoveInColumn column, IReadOnlyDictionary<string, T> words, T? usual)
        where T : struct
    {
        var key = CanonicalText.SearchKey(cell(column));
        if (key.Length > 0 && words.TryGetValue(key, out var chosen))
        {
            return chosen;
        }

        if (key.Length > 0 || usual is null)
        {
            Wrong(column, key.Length > 0 ? ImportFault.WrongChoice : ImportFault.Missing, "");
        }

        return usual ?? default;
    }

    public string Kana(MoveInColumn column, int longest)
    {
        var kana = CanonicalText.Kana(Line(column, longest));
        return CanonicalText.IsReading(kana) ? kana : Wrong(column, ImportFault.NotKana, "");
    }

    public string? Email(bool required)
    {
        var typed = cell(MoveInColumn.Email);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return required ? Wrong(MoveInColumn.Email, ImportFault.Missing, "") : null;
        }

        var address = EmailAddress.Stored(typed.Trim());
        return EmailAddress.IsAcceptable(address) ? address : Wrong(MoveInColumn.Email, ImportFault.NotAnAddress, "");
    }

    /// <param name="ids">What IDs look like.</param>
    public string LoginId(LoginIdShape ids) => Named(MoveInColumn.LoginId, ids.Read(cell(MoveInColumn.LoginId)), ImportFault.WrongId);

    /// <param name="format">What contract numbers look like.</param>
    public string NewContract(string? format) =>
        Named(MoveInColumn.Contract, ContractNumber.Read(cell(MoveInColumn.Contract), format), ImportFault.WrongNumber);

    /// <summary>The number of a contract that is there, in the one form in which numbers are stored.</summary>
    public string KnownContract() => ContractNumber.Read(Line(MoveInColumn.Contract, ContractLimits.Number, required: true));

    public bool Flag(MoveInColumn column)
    {
        var word = CanonicalText.SearchKey(cell(column));
        if (!Array.Exists(Yes, each => CanonicalText.SearchKey(each) == word)
            && !Array.Exists(No, each => CanonicalText.SearchKey(each) == word))
        {
            Wrong(column, ImportFault.WrongChoice, YesAndNo);
        }

        return Array.Exists(Yes, each => CanonicalText.SearchKey(each) == word);
    }

    /// <param name="hasManagers">There are managers here.</param>
    public bool Manager(bool hasManagers)
    {
        var isManager = Flag(MoveInColumn.Manager);
        if (isManager && !hasManagers)
        {
            Wrong(MoveInColumn.Manager, ImportFault.NoManagers, "");
        }

        return isManager && hasManagers;
    }

    public string? Language() => cell(MoveInColumn.Language).Trim().ToUpperInvariant() switch
    {
        "" => null,
        "JA" => "ja",
        "EN" => "en",
        _ => Wrong(MoveInColumn.Language, ImportFault.WrongChoice, Both),
    };

    /// <param name="column">What is read.</param>
    /// <param name="days">Which are taken.</param>
    public DateOnly Day(MoveInColumn column, DayBounds days)
    {
        var typed = cell(column);
        if (DateText.Parse(typed) is { } day)
        {
            if (!days.Contains(day))
            {
                var isEarly = day < days.First;
                Wrong(column, isEarly ? ImportFault.DayTooEarly : ImportFault.DayTooLate,
                    (isEarly ? days.First : days.Last).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            return day;
        }

        Wrong(column, string.IsNullOrWhiteSpace(typed) ? ImportFault.Missing : ImportFault.NotADate, "");
        return default;
    }

    public int Number(MoveInColumn column, int usual, int most)
    {
        var typed = cell(column).Trim();
        if (typed.Length == 0)
        {
            return usual;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        Wrong(column, ImportFault.NotANumber, most.ToString(CultureInfo.InvariantCulture));
        return usual;
    }

    public string? PasswordHash()
    {
        var hash = cell(MoveInColumn.PasswordHash).Trim();
        if (hash.Length == 0)
        {
            return null;
        }

        return StoredHashFormat.Read(hash).Problem switch
        {
            null => hash,
            StoredHashProblem.TooCostly => Wrong(MoveInColumn.PasswordHash, ImportFault.CostlyHash, ""),
            StoredHashProblem.Malformed => Wrong(MoveInColumn.PasswordHash, ImportFault.BrokenHash, ""),
            _ => Wrong(MoveInColumn.PasswordHash, ImportFault.UnknownHash, ""),
        };
    }

    private string Named(MoveInColumn column, IdReading reading, ImportFault wrongForm) => reading.Fault switch
    {
        null => reading.Text,
        IdFault.Missing => Wrong(column, ImportFault.Missing, ""),
        IdFault.TooLong when wrongForm == ImportFault.WrongNumber =>
            Wrong(column, ImportFault.TooLong, ContractLimits.Number.ToString(CultureInfo.InvariantCulture)),
        _ => Wrong(column, wrongForm, ""),
    };

    private string Wrong(MoveInColumn column, ImportFault fault, string argument)
    {
        problems.Add(new ImportProblem(row, column, fault, argument));
        return "";
    }
}
