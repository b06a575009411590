using System.Globalization;
using System.Text;
using Portal.Rules.Cases;
using Portal.Rules.Text;
using Portal.Rules.WorkRequests;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>One field with what was filled in, in words.</summary>
/// <param name="Value">Null for a table.</param>
public sealed record AnsweredField(string Label, string? Value)
{
    /// <summary>Of a table: what its columns are called.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Of a table: row by row, a value a column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];
}

/// <summary>What was filled in, in the words of a language: for pages, mails and the case.</summary>
public static class WorkAnswerText
{
    /// <summary>In the order of the form; what was left empty is not among it.</summary>
    public static IReadOnlyList<AnsweredField> Of(WorkDefinition definition, WorkAnswer answer, string language)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(answer);
        return
        [
            .. definition.Fields.Select(field => field.Type == WorkFieldType.Table
                ? Table(field, answer.Rows.GetValueOrDefault(field.Key) ?? [], language)
                : answer.Values.TryGetValue(field.Key, out var value)
                    ? new AnsweredField(field.Label.In(language), Word(field, value, language))
                    : null).OfType<AnsweredField>(),
        ];
    }

    /// <summary>The same as Markdown in which nothing that was typed formats anything.</summary>
    /// <param name="heading">Says what it is.</param>
    public static string Markdown(string heading, IEnumerable<AnsweredField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var text = new StringBuilder("**").Append(MarkdownText.Plain(heading)).Append("**\n");
        foreach (var field in fields)
        {
            text.Append("\n**").Append(MarkdownText.Plain(field.Label)).Append("**\n\n");
            if (field.Value is { } value)
            {
                text.Append(MarkdownText.Plain(value)).Append('\n');
                continue;
            }

            foreach (var row in field.Rows)
            {
                text.Append("- ").AppendJoin(" / ", field.Columns.Zip(row).Where(cell => cell.Second.Length > 0)
                    .Select(cell => $"{MarkdownText.Plain(cell.First)}: {MarkdownText.Plain(cell.Second)}")).Append('\n');
            }
        }

        return Shortened.WithEllipsis(text.ToString().TrimEnd(), CaseLimits.Text);
    }

    private static AnsweredField? Table(WorkField table, List<WorkRow> rows, string language) => rows.Count == 0 ? null
        : new AnsweredField(table.Label.In(language), null)
        {
            Columns = [.. table.Columns.Select(column => column.Label.In(language))],
            Rows = [.. rows.Select(row => (IReadOnlyList<string>)[.. table.Columns
                .Select(column => row.TryGetValue(column.Key, out var value) ? Word(column, value, language) : "")])],
        };

    private static string Word(WorkField field, string value, string language) => field.Type switch
    {
        WorkFieldType.Choice => field.Options.FirstOrDefault(option => option.Value == value)?.Label.In(language) ?? value,
        WorkFieldType.Date => MomentText.Of(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeStyle.Date,
            CultureInfo.GetCultureInfo(language)),
        WorkFieldType.Email => EmailAddress.Readable(value),
        _ => value,
    };
}
