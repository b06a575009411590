using System.Globalization;

namespace Portal.Rules.WorkRequests;

/// <summary>
/// Names of the inputs of a form, "target" and "users-0-name", and tables that grow and shrink row by row while they
/// are typed. No key has a hyphen, so that no two inputs have one name.
/// </summary>
public static class WorkInputs
{
    private const char Separator = '-';

    /// <summary>The input of a column in a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">From 0.</param>
    /// <param name="column">The column.</param>
    public static string Of(WorkField table, int row, WorkField column)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(column);
        return string.Create(CultureInfo.InvariantCulture, $"{table.Key}{Separator}{row}{Separator}{column.Key}");
    }

    /// <summary>How many rows of a table were sent; at least one, so that there is something to fill in.</summary>
    /// <param name="table">The table.</param>
    /// <param name="names">The inputs that came.</param>
    public static int RowsOf(WorkField table, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(names);
        var last = names.Select(name => name.Split(Separator))
            .Where(parts => parts is [var key, _, var column] && key == table.Key && table.Columns.Any(each => each.Key == column))
            .Select(parts => int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0)
            .Where(row => row < table.MostRows).DefaultIfEmpty(0).Max();
        return last + 1;
    }

    /// <summary>With one empty row more, as far as the table takes it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="typed">What was typed.</param>
    public static Dictionary<string, string?> WithRow(WorkField table, IReadOnlyDictionary<string, string?> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var more = new Dictionary<string, string?>(typed, StringComparer.Ordinal);
        var rows = RowsOf(table, typed.Keys);
        foreach (var column in rows < table.MostRows ? table.Columns : [])
        {
            more[Of(table, rows, column)] = "";
        }

        return more;
    }

    /// <summary>Without one row; those behind it move up.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">From 0; one that is not there changes nothing.</param>
    /// <param name="typed">What was typed.</param>
    public static Dictionary<string, string?> WithoutRow(WorkField table, int row, IReadOnlyDictionary<string, string?> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var fewer = new Dictionary<string, string?>(typed, StringComparer.Ordinal);
        var rows = RowsOf(table, typed.Keys);
        for (var each = row < 0 ? rows : row; each < rows; each++)
        {
            foreach (var column in table.Columns)
            {
                fewer.Remove(Of(table, each, column));
                if (typed.TryGetValue(Of(table, each + 1, column), out var next) && each + 1 < rows)
                {
                    fewer[Of(table, each, column)] = next;
                }
            }
        }

        return fewer;
    }
}
