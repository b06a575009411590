using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>What was to be saved, for the pages that follow it.</summary>
/// <param name="Title">What it is called where somebody else was faster.</param>
/// <param name="After">Where it leads.</param>
/// <param name="Done">What is said of the version it became.</param>
internal sealed record PolicyWork(PortalTenant Tenant, string Title, string After, Func<int, string> Done)
{
    /// <summary>One's own version beside that of the row as it is now.</summary>
    public required Func<Tenant, IReadOnlyList<ComparedField>> Compare { get; init; }

    /// <summary>What of one's own travels on beside the compared fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Kept { get; init; } = [];
}

/// <summary>The same answers, whichever way a profile was changed.</summary>
internal static class PolicyAnswers
{
    /// <returns>Null where the profile makes no sense, which each page says at its own field.</returns>
    public static IActionResult? Of(Controller controller, PolicyWork work, ProfileOutcome outcome, IStringLocalizer<PolicyText> text)
    {
        switch (outcome)
        {
            case ProfileOutcome.Done { Version.Number: var number }:
                controller.TempData.Success(work.Done(number));
                break;
            case ProfileOutcome.Asked:
                controller.TempData.Success(text["Approval.Asked"]);
                break;
            case ProfileOutcome.Waits:
                controller.TempData.Warning(text["Approval.Waits"]);
                break;
            case ProfileOutcome.Unchanged:
                controller.TempData.Warning(text["Not.Unchanged"]);
                break;
            case ProfileOutcome.Conflict conflict:
                return Elsewhere(controller, work, conflict.Row, text);
            default:
                return null;
        }

        return new SeeOtherResult(work.After);
    }

    /// <summary>Both versions, before one's own is previewed: what it does depends on the other (SAFE-1).</summary>
    public static ViewResult Elsewhere(Controller controller, PolicyWork work, Tenant row, IStringLocalizer<PolicyText> text)
    {
        var tenant = work.Tenant;
        return controller.Elsewhere(new ChangedElsewhere(row, work.Title, work.After)
        {
            Fields = work.Compare(row),
            Kept = work.Kept,
            IsChecked = true,
            Crumbs = [(text["Title"], StaffPaths.Policies), (tenant.Profile.Name.ToString(), StaffPaths.Policy(tenant.Slug))],
        });
    }

    /// <summary>The row where somebody changed it since the page was opened; null where nobody did.</summary>
    public static async Task<Tenant?> ChangedAsync(StaffReach reach, PortalTenant tenant, int seen)
    {
        var row = await reach.InsideAsync(tenant, () => reach.Rows([tenant]).AsNoTracking().SingleAsync());
        return row.Version == seen ? null : row;
    }
}
