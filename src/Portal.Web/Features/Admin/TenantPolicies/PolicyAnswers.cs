using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>What was to be saved, for the pages that follow it.</summary>
/// <param name="Title">What it is called where somebody else was faster.</param>
/// <param name="Again">The form anew.</param>
/// <param name="After">Where it leads.</param>
/// <param name="Done">What is said of the version it became.</param>
internal sealed record PolicyWork(PortalTenant Tenant, string Title, string Again, string After, Func<int, string> Done);

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
                var tenant = work.Tenant;
                return controller.Elsewhere(new ChangedElsewhere(conflict.Row, work.Title, work.After)
                {
                    Again = work.Again,
                    Crumbs = [(text["Title"], StaffPaths.Policies), (tenant.Profile.Name.ToString(), StaffPaths.Policy(tenant.Slug))],
                });
            default:
                return null;
        }

        return new SeeOtherResult(work.After);
    }
}
