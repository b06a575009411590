using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Accounts;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Recovery;

/// <summary>What the pages behind reset links and invitations have in common: fields, rules as a checklist, errors.</summary>
public sealed class LinkedPasswordPages(CurrentTenant tenant, PasswordPolicyPresenter presenter, IStringLocalizer<RecoveryText> text)
{
    public LinkedPasswordPage Fill(LinkedPasswordPage page, SecurityLink link, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(state);
        state.Remove(nameof(page.Account));
        (page.Account, page.Purpose, page.ExpiresAt) = (link.UserId, link.Purpose, link.ExpiresAt);
        page.LoginId = link.User!.UserName!;
        page.IdLabel = tenant.Value.Door(link.User.Door).Identifier.Label.ToString();
        page.Rules = presenter.Checklist(tenant.Value.Passwords);
        page.PasswordRules = tenant.Value.Passwords.PasswordRulesAttribute();
        page.AskTwice = tenant.Value.Profile.Password.AskTwice;
        return page;
    }

    public DeadLinkPage Dead(LinkPurpose purpose) => new(purpose, tenant.Value.ResetDoors.Any());

    public bool IsComplete(LinkedPasswordPage page, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        if (string.IsNullOrEmpty(page.New) && state.GetFieldValidationState(nameof(page.New)) != ModelValidationState.Invalid)
        {
            state.AddModelError(nameof(page.New), text["EnterNew"]);
        }

        if (tenant.Value.Profile.Password.AskTwice && page.New is { Length: > 0 } && page.New != page.Again)
        {
            state.AddModelError(nameof(page.Again), text["NotEqual"]);
        }

        return state.IsValid;
    }

    public void Report(LinkedPasswordOutcome outcome, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (outcome is LinkedPasswordOutcome.Unfit unfit)
        {
            presenter.Report(state, nameof(LinkedPasswordPage.New), unfit.Violations);
        }
        else
        {
            state.AddModelError("", text["TooBusy"]);
        }
    }
}
