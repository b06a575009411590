using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Tenants;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>What makes no sense as a whole is said above the form, with its path in the file (SITE-2).</summary>
internal static class RefusedProfiles
{
    public static void Report(this ModelStateDictionary state, ProfileOutcome.Refused refused, IStringLocalizer<SitesText> text)
    {
        foreach (var problem in refused.Problems)
        {
            state.AddModelError("", text["Unfit", problem.Path, problem.Reason]);
        }
    }
}
