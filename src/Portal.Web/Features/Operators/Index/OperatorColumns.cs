using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Http.Languages;

namespace Portal.Web.Features.Operators.Index;

/// <summary>The columns a profile can ask for, as headings and as cells of a file.</summary>
public sealed class OperatorColumns(IStringLocalizer<OperatorsText> text, OperatorWords words, IDisplayTime time)
{
    private const string LastSignIn = "lastSignIn";
    private const string Updated = "updated";

    private static readonly Dictionary<string, string> Orders = new(StringComparer.Ordinal)
    {
        ["id"] = "id",
        ["name"] = "name",
        ["department"] = "department",
        ["email"] = "email",
        [LastSignIn] = "-lastSignIn",
        ["validUntil"] = "validUntil",
        [Updated] = "-updated",
    };

    public string Heading(string column) => words.Heading(column);

    /// <summary>In a file, moments are values, and the heading names their zone (FILE-2).</summary>
    public string FileHeading(string column) => words.Heading(column) + (column is LastSignIn or Updated ? time.ZoneInWords : "");

    public object? FileCell(string column, OperatorRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return column switch
        {
            LastSignIn => row.User.SignIn?.LastSignInAt is { } at ? time.ToZone(at) : null,
            Updated => time.ToZone(row.User.ChangedAt),
            _ => Cell(column, row),
        };
    }

    /// <summary>What a click on the heading sorts by; null where the column has no order.</summary>
    public static string? Order(string column) => Orders.GetValueOrDefault(column);

    public object? Cell(string column, OperatorRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var user = row.User;
        return column switch
        {
            "id" => user.UserName,
            "name" => user.DisplayName,
            "department" => user.Department,
            "email" => EmailAddress.Readable(user.Email),
            "phone" => user.Phone,
            "holder" => user.Contract?.Holder?.Name,
            "state" => string.Join(' ', row.States.Select(state => text["State." + state].Value)),
            LastSignIn => user.SignIn?.LastSignInAt is { } at ? time.Format(at) : null,
            "sessions" => row.Sessions,
            "validUntil" => user.ValidUntil?.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture),
            Updated => time.Format(user.ChangedAt),
            _ => null,
        };
    }
}
