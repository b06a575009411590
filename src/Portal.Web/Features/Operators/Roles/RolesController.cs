using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Roles;

/// <summary>
/// Manager or not, what a manager may do, and whether a second factor is asked of this user (CONT-2, CONT-4, CONT-5).
/// </summary>
[Route("operators/{id:guid}/permissions")]
[SubjectGuard(DelegatedAct.GrantRole)]
[FreshProof]
public sealed class RolesController(Delegates delegates, RoleService service, FactorRequirement factors, RoleInput input,
    OperatorWords words, IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public ViewResult Edit([Guarded] Delegation.Granted granted) =>
        View("Edit", input.Fill(RoleInput.Of(granted.Subject), granted));

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] Delegation.Granted granted, RoleForm form)
    {
        input.Fill(form, granted);
        return await new FormSteps<IReadOnlyList<Permission>>(this, form)
        {
            Enter = "Edit",
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Save = permissions => SaveAsync(form, granted, permissions),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(RoleForm form, Delegation.Granted granted, IReadOnlyList<Permission> permissions)
    {
        // The page offers no more than one has; whoever sends more has made it up.
        if (form.Administrator && !delegates.MayGrant(granted.Actor, permissions))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var subject = granted.Subject;
        var role = form.Administrator ? AccountRole.Manager : AccountRole.Member;
        switch (await service.ChangeAsync(subject, form.Version, role, permissions))
        {
            case RoleOutcome.Conflict:
                return ChangedElsewhere(subject, words.Named(subject), input.Compare(form, RoleInput.Of(subject)));
            case RoleOutcome.LastManager:
                return Refuse(DelegationVerdict.LastManager);
            default:
                factors.Set(subject, form.RequireFactor);
                TempData.Success(text["PermissionsSaved", words.Named(subject)]);
                return ToDetail(subject.Id);
        }
    }
}
