using System.Globalization;
using Portal.Rules.Calendars;
using Portal.Rules.Text;

namespace Portal.Rules.WorkRequests;

/// <summary>What is wrong with what somebody filled in.</summary>
public enum AnswerFaultKind
{
    /// <summary>Nothing where something is needed.</summary>
    Missing,

    /// <summary>A character that no field takes.</summary>
    WrongCharacters,

    /// <summary>More than the field takes.</summary>
    TooLong,

    /// <summary>Something else than one of the options.</summary>
    NotOffered,

    /// <summary>It is no day.</summary>
    NotADate,

    /// <summary>The day comes sooner than it may.</summary>
    TooSoon,

    /// <summary>The day comes before that of another field.</summary>
    BeforeOther,

    /// <summary>Nobody means a day so long ago or so far ahead.</summary>
    OutOfBounds,

    /// <summary>It is no e-mail address.</summary>
    NotAnEmail,

    /// <summary>It is no telephone number.</summary>
    NotAPhone,

    /// <summary>As many digits as a telephone number has, and nobody has such a one.</summary>
    NoSuchPhone,

    /// <summary>A telephone number without its first digit.</summary>
    ZeroIsMissing,

    /// <summary>It is no IP address.</summary>
    NotAnIpAddress,
}

/// <summary>One fault of an answer.</summary>
/// <param name="Input">Where, as <see cref="WorkInputs"/> names it.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Field">The field, or the column.</param>
public sealed record AnswerFault(string Input, AnswerFaultKind Kind, WorkField Field)
{
    /// <summary>Of a table, from 0; null outside of one.</summary>
    public int? Row { get; init; }

    /// <summary>The field whose day it may not come before.</summary>
    public WorkField? Other { get; init; }

    /// <summary>What was typed, in code points.</summary>
    public int Length { get; init; }

    /// <summary>The first day that is taken, where it comes too soon or is out of bounds.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day that is taken, where it is out of bounds.</summary>
    public DateOnly? Latest { get; init; }
}

/// <summary>An answer as it was understood.</summary>
/// <param name="Answer">Beside faults what is nearest to it.</param>
/// <param name="Faults">In the order of the form.</param>
public sealed record AnswerReading(WorkAnswer Answer, IReadOnlyList<AnswerFault> Faults);

/// <summary>Understands what was filled in, field by field (WORK-1, WORK-2).</summary>
public static class WorkAnswerReader
{
    /// <param name="definition">The form.</param>
    /// <param name="typed">By the names of <see cref="WorkInputs"/>; what no field asks for is left out.</param>
    /// <param name="today">Where the customer is.</param>
    public static AnswerReading Read(WorkDefinition definition, IReadOnlyDictionary<string, string?> typed, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(typed);
        var (answer, faults) = (new WorkAnswer(), new List<AnswerFault>());
        foreach (var field in definition.Fields)
        {
            switch (field.Type)
            {
                case WorkFieldType.File:
                    break;
                case WorkFieldType.Table:
                    answer.Rows[field.Key] = ReadRows(field, typed, today, faults);
                    break;
                default:
                    if (ReadOne(field, field.Key, null, typed, today, faults) is { Length: > 0 } value)
                    {
                        answer.Values[field.Key] = value;
                        CheckOrder(new AnswerFault(field.Key, AnswerFaultKind.BeforeOther, field), definition.Fields, answer.Values,
                            first => first.Key, faults);
                    }

                    break;
            }
        }

        return new AnswerReading(answer, faults);
    }

    private static List<WorkRow> ReadRows(WorkField table, IReadOnlyDictionary<string, string?> typed, DateOnly today,
        List<AnswerFault> faults)
    {
        var rows = new List<WorkRow>();
        for (var i = 0; i < WorkInputs.RowsOf(table, typed.Keys); i++)
        {
            // A row that nobody filled in is none.
            if (table.Columns.All(column => string.IsNullOrWhiteSpace(typed.GetValueOrDefault(WorkInputs.Of(table, i, column)))))
            {
                continue;
            }

            var row = new WorkRow();
            foreach (var column in table.Columns)
            {
                if (ReadOne(column, WorkInputs.Of(table, i, column), i, typed, today, faults) is { Length: > 0 } value)
                {
                    row[column.Key] = value;
                    var at = i;
                    CheckOrder(new AnswerFault(WorkInputs.Of(table, i, column), AnswerFaultKind.BeforeOther, column) { Row = i },
                        table.Columns, row, first => WorkInputs.Of(table, at, first), faults);
                }
            }

            rows.Add(row);
        }

        if (table.Required && rows.Count == 0)
        {
            faults.Add(new AnswerFault(WorkInputs.Of(table, 0, table.Columns[0]), AnswerFaultKind.Missing, table));
        }

        return rows;
    }

    /// <summary>A day that ends before another begins; what is wrong with either by itself is said first.</summary>
    /// <param name="fault">What is said of it then.</param>
    /// <param name="beside">The fields among which the other one is.</param>
    /// <param name="values">What was understood of them.</param>
    /// <param name="inputOf">The input of one of them.</param>
    /// <param name="faults">Those that were found; this one is added.</param>
    private static void CheckOrder(AnswerFault fault, IReadOnlyList<WorkField> beside, IReadOnlyDictionary<string, string> values,
        Func<WorkField, string> inputOf, List<AnswerFault> faults)
    {
        // Days are kept as 2026-07-01: their texts have the order of the days.
        if (fault.Field.NotBefore is { } key && beside.FirstOrDefault(each => each.Key == key) is { } first
            && values.TryGetValue(key, out var from) && string.CompareOrdinal(values[fault.Field.Key], from) < 0
            && !faults.Exists(each => each.Input == fault.Input || each.Input == inputOf(first)))
        {
            faults.Add(fault with { Other = first });
        }
    }

    private static string ReadOne(WorkField field, string input, int? row, IReadOnlyDictionary<string, string?> typed, DateOnly today,
        List<AnswerFault> faults)
    {
        var sent = typed.GetValueOrDefault(input) ?? "";
        var fault = new AnswerFault(input, AnswerFaultKind.Missing, field) { Row = row };
        var (value, found) = field.Type switch
        {
            WorkFieldType.Choice => Choice(field, sent, fault),
            WorkFieldType.Date => Date(field, sent, today, fault),
            WorkFieldType.Email => Email(sent, fault),
            WorkFieldType.Phone => Phone(sent, fault),
            WorkFieldType.IpAddress => IpAddress(sent, fault),
            _ => Text(field, sent, fault),
        };
        found ??= field.Required && value.Length == 0 ? fault : null;
        if (found is not null)
        {
            faults.Add(found);
        }

        return value;
    }

    private static (string Value, AnswerFault? Fault) Text(WorkField field, string sent, AnswerFault fault)
    {
        var isLong = field.Type == WorkFieldType.LongText;
        var lines = isLong ? sent.ReplaceLineEndings("\n").Trim() : sent.Trim();
        var text = CanonicalText.FreeText(lines);
        var length = CodePoints.Count(text);
        return (text,
            TextCheck.Find(lines, isLong) is not null ? fault with { Kind = AnswerFaultKind.WrongCharacters }
            : length > field.Longest ? fault with { Kind = AnswerFaultKind.TooLong, Length = length }
            : null);
    }

    // The page is not trusted to send what it offered.
    private static (string Value, AnswerFault? Fault) Choice(WorkField field, string sent, AnswerFault fault) =>
        sent.Length == 0 || field.Options.Any(option => option.Value == sent)
            ? (sent, null)
            : ("", fault with { Kind = AnswerFaultKind.NotOffered });

    private static (string Value, AnswerFault? Fault) Date(WorkField field, string sent, DateOnly today, AnswerFault fault)
    {
        if (string.IsNullOrWhiteSpace(sent))
        {
            return ("", null);
        }

        if (DateText.Parse(sent) is not { } day)
        {
            return ("", fault with { Kind = AnswerFaultKind.NotADate });
        }

        var bounds = DayBounds.Around(today);
        bounds = field.DaysAhead is { } ahead ? bounds with { First = today.AddDays(ahead) } : bounds;
        return (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bounds.Contains(day) ? null
            : field.DaysAhead is not null && day < bounds.First
                ? fault with { Kind = AnswerFaultKind.TooSoon, Earliest = bounds.First }
                : fault with { Kind = AnswerFaultKind.OutOfBounds, Earliest = bounds.First, Latest = bounds.Last });
    }

    // As accounts take them: one plain address, and a number that somebody can have.
    private static (string Value, AnswerFault? Fault) Email(string sent, AnswerFault fault)
    {
        var address = EmailAddress.Stored(sent);
        return (address, address.Length == 0 || EmailAddress.IsAcceptable(address)
            ? null
            : fault with { Kind = AnswerFaultKind.NotAnEmail });
    }

    private static (string Value, AnswerFault? Fault) Phone(string sent, AnswerFault fault)
    {
        var number = TelephoneNumber.Read(sent);
        return (number.Shown, number.Problem switch
        {
            null => null,
            TelephoneProblem.ZeroIsMissing => fault with { Kind = AnswerFaultKind.ZeroIsMissing },
            TelephoneProblem.NoSuchNumber => fault with { Kind = AnswerFaultKind.NoSuchPhone },
            _ => fault with { Kind = AnswerFaultKind.NotAPhone },
        });
    }

    private static (string Value, AnswerFault? Fault) IpAddress(string sent, AnswerFault fault) =>
        string.IsNullOrWhiteSpace(sent) ? ("", null)
        : NetworkAddress.Read(sent) is { } address ? (address, null)
        : ("", fault with { Kind = AnswerFaultKind.NotAnIpAddress });
}
