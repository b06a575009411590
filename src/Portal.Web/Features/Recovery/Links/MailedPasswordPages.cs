using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Passwords;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Recovery.Links;

/// <summary>
/// What the pages behind reset links and invitations have in common: fields, rules as a checklist, errors.
/// </summary>
public sealed class MailedPasswordPages(CurrentTenant tenant, CurrentSession session, PasswordPreparation preparation,
    PasswordPolicyPresenter presenter, IStringLocalizer<RecoveryText> text)
{
    public MailedPasswordPage Fill(MailedPasswordPage page, SecurityLink link, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(state);
        state.Remove(nameof(page.Account));
        (page.Account, page.Purpose, page.ExpiresAt) = (link.UserId, link.Purpose, link.ExpiresAt);
        page.LoginId = link.User!.UserName!;
        page.SignedInAs = session.IsSignedIn && session.UserId != link.UserId ? session.LoginId : null;
        page.IdLabel = tenant.Value.Door(link.User.Door).Identifier.Label.ToString();
        page.Rules = presenter.Checklist(link.User is { PasswordHash: null, PasswordChangedAt: null }
            ? tenant.Value.Passwords.ForFirst()
            : tenant.Value.Passwords);
        page.PasswordRules = tenant.Value.Passwords.PasswordRulesAttribute();
        page.AskTwice = tenant.Value.Profile.Password.AskTwice;
        return page;
    }

    /// <param name="door">Path of the account's door; one that is none leads to the first.</param>
    public MailedPasswordDonePage Done(string? door)
    {
        var login = SignInPaths.LoginOf(tenant.Value.Profile.Doors.Any(each => each.Path == door) ? door ?? "" : "");
        return session.IsSignedIn ? new(login + "?another=true", session.LoginId) : new(login, null);
    }

    /// <summary>
    /// The door of the account that the link is of, for the page that leads there; null for the first.
    /// </summary>
    public string? DoorOf(SecurityLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return tenant.Value.Door(link.User!.Door).Path is { Length: > 0 } path ? path : null;
    }

    public DeadLinkPage Dead(LinkPurpose purpose) => new(purpose, tenant.Value.ResetDoors.Any());

    public bool IsComplete(MailedPasswordPage page, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        if (string.IsNullOrEmpty(page.New) && state.GetFieldValidationState(nameof(page.New)) != ModelValidationState.Invalid)
        {
            state.AddModelError(nameof(page.New), text["EnterCreated"]);
        }

        if (tenant.Value.Profile.Password.AskTwice && page.New is { Length: > 0 } && page.New != page.Again)
        {
            state.AddModelError(nameof(page.Again), text["NotEqual"]);
        }

        return state.IsValid;
    }

    /// <summary>Names the rules that it breaks, also where the form comes back for another reason (PASS-2).</summary>
    public async Task ReportRulesAsync(MailedPasswordPage page, SecurityLink link, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(link);
        if (page.New is { Length: > 0 } typed)
        {
            presenter.Report(state, nameof(page.New), await preparation.BrokenAsync(link.User!, typed));
        }
    }

    public void Report(MailedPasswordOutcome outcome, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (outcome is MailedPasswordOutcome.Unfit unfit)
        {
            presenter.Report(state, nameof(MailedPasswordPage.New), unfit.Violations);
        }
        else
        {
            state.AddModelError("", text["TooBusy"]);
        }
    }
}
