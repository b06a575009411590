using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Roles;

/// <summary>
/// Manager or not, what a manager may do, and whether a second factor is asked of this user (CONT-2, CONT-4, CONT-5).
/// </summary>
[Route("operators/{id:guid}/permissions")]
[SubjectGuard(DelegatedAct.GrantRole)]
public sealed class RolesController(Delegates delegates, RoleService service, FactorRequirement factors, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public ViewResult Edit([Guarded] Delegation.Granted granted) => View("Edit", Fill(Of(granted.Subject), granted));

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] Delegation.Granted granted, RoleForm form)
    {
        Fill(form, granted);
        if (form.Administrator && form.Chosen.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Permissions), text["Select", OperatorWords.Inside(text["Permissions"])]);
            return Again("Edit", form);
        }

        // The page offers no more than one has; whoever sends more has made it up.
        return form.Administrator && !delegates.MayGrant(granted.Actor, form.Chosen)
            ? StatusCode(StatusCodes.Status403Forbidden)
            : await SaveAsync(form, granted.Subject);
    }

    private async Task<IActionResult> SaveAsync(RoleForm form, PortalUser subject)
    {
        switch (await service.ChangeAsync(subject, form.Version, form.Administrator ? AccountRole.Manager : AccountRole.Member,
            form.Chosen))
        {
            case RoleOutcome.Conflict:
                return ChangedElsewhere(subject, $"~/operators/{subject.Id}/permissions");
            case RoleOutcome.LastManager:
                return Refuse(DelegationVerdict.LastManager);
            default:
                factors.Set(subject, form.RequireFactor);
                TempData.Success(text["PermissionsSaved", words.Named(subject)]);
                return ToDetail(subject.Id);
        }
    }

    private static RoleForm Of(PortalUser subject) => new()
    {
        Administrator = subject.Role == AccountRole.Manager,
        Permissions = subject.Role == AccountRole.Manager
            ? [.. UserPermissions.Of(subject).Select(permission => permission.ToString())]
            : [],
        RequireFactor = subject.MustHaveSecondFactor,
        Version = subject.Version,
    };

    private RoleForm Fill(RoleForm form, Delegation.Granted granted)
    {
        form.Subject = granted.Subject;
        form.Grantable = UserPermissions.Of(granted.Actor);
        form.MayRequireFactor = factors.IsOpen;
        return form;
    }
}
