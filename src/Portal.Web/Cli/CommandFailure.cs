using Microsoft.Extensions.Options;
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
        return DatabaseFailure.IsOfSchema(exception) ? "The database is not of this release: run \"migrate\" first."
            : DatabaseFailure.Of(exception) == DatabaseFailureKind.Unavailable ? $"The database does not answer: {Innermost(exception)}"
            : exception is OptionsValidationException unfit ? Line(string.Join(' ', unfit.Failures))
            : exception is CommandException or ProfileException or InvalidOperationException or IOException or UnauthorizedAccessException
                or PrivatePostgresException || DatabaseFailure.TextOf(exception) is not null ? Innermost(exception)
            : null;
    }

    /// <summary>What broke in the end: around it stands only that something did.</summary>
    private static string Innermost(Exception exception) => exception switch
    {
        _ when DatabaseFailure.TextOf(exception) is { } said => Line(said),
        { InnerException: { } inner } and not CommandException and not ProfileException and not PrivatePostgresException =>
            Innermost(inner),
        _ => Line(exception.Message),
    };

    private static string Line(string text) => string.Join(' ', text.Split(['\r', '\n'],
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
