using Microsoft.AspNetCore.Html;
using Portal.Web.Audit;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>How an event looks, so that failures and lockouts are told from the rest at a glance (FACE-6).</summary>
internal static class HistoryTones
{
    /// <summary>error, orange, success or neutral.</summary>
    /// <param name="group">The group of the kind, as histories have it.</param>
    public static string Of(string kind, string? group) => kind == AuditKinds.SignInDisowned ? "orange" : group switch
    {
        "failure" => "error",
        "lock" => "orange",
        "sign-in" or "release" => "success",
        _ => "neutral",
    };

    public static IHtmlContent Icon(string tone) => tone switch
    {
        "error" => Icons.Failure,
        "orange" => Icons.Lock,
        "success" => Icons.Success,
        _ => Icons.Change,
    };
}
