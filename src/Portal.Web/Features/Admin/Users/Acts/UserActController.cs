using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

public sealed record UserActPage(UserTarget Target, ReasonForm Form)
{
    public DelegatedAct Act => Target.Act;

    /// <summary>What the act is called here: whoever has no password yet is sent an invitation.</summary>
    public string Words => Act == DelegatedAct.SendResetLink && Target.IsInvited ? "InviteAgain" : Act.ToString();
}

/// <summary>
/// What the acts on one account have in common: a confirmation with a reason, and the way back. Each has its <see
/// cref="UserGuardAttribute"/>.
/// </summary>
[Authorize(Policy = Policies.Agent)]
public abstract class UserActController(IStringLocalizer<AdminText> text) : Controller
{
    protected IStringLocalizer<AdminText> Text => text;

    protected ViewResult Confirm(UserTarget target) => Confirm(target, new ReasonForm());

    protected ViewResult Confirm(UserTarget target, ReasonForm form) => View("Act", new UserActPage(target, form));

    protected ViewResult Again(UserTarget target, ReasonForm form, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Confirm(target, form);
    }

    protected SeeOtherResult Done(UserTarget target, string key)
    {
        ArgumentNullException.ThrowIfNull(target);
        TempData.Success(text[key, target.User.UserName!]);
        return new SeeOtherResult(target.Path);
    }

    /// <summary>Nothing was done, because it is not so any more.</summary>
    protected SeeOtherResult NotDone(UserTarget target, string key)
    {
        ArgumentNullException.ThrowIfNull(target);
        TempData.Warning(text[key, target.User.UserName!]);
        return new SeeOtherResult(target.Path);
    }
}
