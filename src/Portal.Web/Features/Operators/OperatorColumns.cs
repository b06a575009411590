using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Http;

namespace Portal.Web.Features.Operators;

/// <summary>The columns a profile can ask for, as headings and as cells of a file.</summary>
public sealed class OperatorColumns(IStringLocalizer<OperatorsText> text, OperatorWords words, IDisplayTime time)
{
    private static readonly Dictionary<string, string> Orders = new(StringComparer.Ordinal)
    {
        ["id"] = "id",
        ["name"] = "name",
        ["department"] = "department",
        ["email"] = "email",
        ["lastSignIn"] = "-lastSignIn",
        ["validUntil"] = "validUntil",
        ["updated"] = "-updated",
    };

    public string Heading(string column) => words.Heading(column);

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
            "lastSignIn" => user.SignIn?.LastSignInAt is { } at ? time.Format(at) : null,
            "sessions" => row.Sessions,
            "validUntil" => user.ValidUntil?.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture),
            "updated" => time.Format(user.ChangedAt),
            _ => null,
        };
    }
}
