using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Proxies;

/// <summary>Opening a user's own pages in its place (LINK-6).</summary>
[Route("operators/{id:guid}/act-as")]
[SubjectGuard(DelegatedAct.ActFor)]
public sealed class ProxiesController(ActingService acting, OperatorWords words, IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] PortalUser subject)
    {
        if (await acting.ActForAsync(subject) is { } handle)
        {
            return new SeeOtherResult(ActingPaths.Home(HttpContext, handle));
        }

        TempData.Warning(text["ActForClosed", words.Named(subject)]);
        return ToDetail(subject.Id);
    }
}
