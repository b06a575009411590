using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Rules.Text;

namespace Portal.Web.Data;

/// <summary>
/// No text whatsoever makes a statement fail (TEXT-3): what the database cannot take
/// is replaced in every parameter, of whatever kind of statement and from wherever the
/// text came. The last net; where people type, <see cref="TextCheck"/> tells them.
/// </summary>
internal sealed class StorableParameters : DbCommandInterceptor
{
    public static readonly StorableParameters Instance = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Mend(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Mend(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Mend(command);
        return ValueTask.FromResult(result);
    }

    private static void Mend(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text when !StorableText.IsStorable(text) => StorableText.Of(text),
                IEnumerable<string?> texts when texts.Any(text => text is not null && !StorableText.IsStorable(text)) =>
                    texts.Select(text => text is null ? null : StorableText.Of(text)).ToArray(),
                var other => other,
            };
        }
    }
}
