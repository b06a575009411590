using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Sharing;

/// <summary>The contract's manager says who sees the cases of the others (CASE-6).</summary>
[Route("cases/visibility")]
[Authorize(Policy = Policies.Manager)]
public sealed class SharingController(CaseSharing sharing, CurrentSession session, IStringLocalizer<CasesText> text) : CaseController
{
    [HttpGet("")]
    public async Task<IActionResult> Edit() => session.User is { ContractId: { } contractId, Contract: { } contract }
        ? View("Visibility", await FillAsync(
            new SharingForm
            {
                Visibility = contract.CaseVisibility.ToString(),
                Persons = [.. (await sharing.ChosenAsync(contractId)).Select(id => id.ToString())],
                Version = contract.CaseVisibilityVersion,
            },
            contractId))
        : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(SharingForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (session.User.ContractId is not { } contractId)
        {
            return NotFound();
        }

        var chosen = form.Persons.Select(person => Guid.TryParse(person, out var id) ? id : Guid.Empty).ToHashSet();
        if (form.Chosen is not { } visibility)
        {
            ModelState.AddModelError(nameof(form.Visibility), text["ChooseVisibility"]);
            return this.FormAgain("Visibility", await FillAsync(form, contractId));
        }

        if (visibility == CaseVisibility.Chosen && !await sharing.People(contractId).AnyAsync(user => chosen.Contains(user.Id)))
        {
            ModelState.AddModelError(nameof(form.Persons), text["ChoosePersons"]);
            return this.FormAgain("Visibility", await FillAsync(form, contractId));
        }

        if (await sharing.ChangeAsync(contractId, form.Version, visibility, chosen) == SharingOutcome.Conflict)
        {
            // What was chosen stays, to be looked at beside the message and saved over the other.
            ModelState.Remove(nameof(form.Version));
            var (newer, version) = await sharing.NowAsync(contractId);
            form.Version = version;
            ModelState.AddModelError("", text["VisibilityConflict", text["Visibility." + newer]]);
            return this.FormAgain("Visibility", await FillAsync(form, contractId), StatusCodes.Status409Conflict);
        }

        TempData.Success(text["VisibilitySaved"]);
        return new SeeOtherResult(CasePaths.Visibility);
    }

    private async Task<SharingForm> FillAsync(SharingForm form, Guid contractId)
    {
        form.People = [.. (await sharing.People(contractId).AsNoTracking().OrderBy(user => user.FamilyNameKana + user.GivenNameKana)
            .ThenBy(user => user.Id).ToListAsync()).Select(user => new Choice(user.Id.ToString(), user.DisplayName, user.UserName))];
        return form;
    }
}
