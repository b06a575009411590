using System.Data.Common;
using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Web.Data;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>What a command that failed says: one line for the person at the terminal.</summary>
internal static class CommandFailure
{
    /// <returns>Null for what nobody at a terminal could mend.</returns>
    public static string? TextOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return IsOfSchema(exception) ? "The database is not of this release: run \"migrate\" first."
            : DatabaseFailure.Of(exception) == DatabaseFailureKind.Unavailable ? $"The database does not answer: {Innermost(exception)}"
            : exception is OptionsValidationException unfit ? Line(string.Join(' ', unfit.Failures))
            : exception is CommandException or ProfileException or InvalidOperationException or IOException or UnauthorizedAccessException
                or PrivatePostgresException or DbException ? Innermost(exception)
            : null;
    }

    private static bool IsOfSchema(Exception? exception) => exception is PostgresException
    { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn }
        || exception is Microsoft.Data.SqlClient.SqlException { Number: 207 or 208 }
        || (exception?.InnerException is { } inner && IsOfSchema(inner));

    /// <summary>What broke in the end: around it stands only that something did.</summary>
    private static string Innermost(Exception exception) => exception switch
    {
        PostgresException postgres => Line(postgres.MessageText),
        DbException database => Line(database.Message),
        { InnerException: { } inner } and not CommandException and not ProfileException and not PrivatePostgresException =>
            Innermost(inner),
        _ => Line(exception.Message),
    };

    private static string Line(string text) => string.Join(' ', text.Split(['\r', '\n'],
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
