using Microsoft.AspNetCore.Html;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>How an event looks, so that failures and lockouts are told from the rest at a glance (FACE-6).</summary>
internal static class HistoryTones
{
    /// <summary>error, orange, success or neutral.</summary>
    /// <param name="kinds">Know how it came out, and the group of the kind.</param>
    public static string Of(HistoryKinds kinds, string kind, string? reason)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return (kinds.EndOf(kind, reason), kinds.GroupOf(kind)) switch
        {
            _ when kind == AuditKinds.SignInDisowned => "orange",
            (EventEnd.Failure, _) or (_, HistoryGroups.Failure) => "error",
            (_, HistoryGroups.Lock) => "orange",
            (EventEnd.Success, _) or (_, HistoryGroups.SignIn or HistoryGroups.Release) => "success",
            _ => "neutral",
        };
    }

    public static IHtmlContent Icon(string tone) => tone switch
    {
        "error" => Icons.Failure,
        "orange" => Icons.Lock,
        "success" => Icons.Success,
        _ => Icons.Change,
    };
}
