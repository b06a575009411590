using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.SignIn;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Passwords;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.Passwords;

/// <summary>
/// What the change by choice and the forced change have in common: fields, rules as a checklist, errors.
/// </summary>
public sealed class PasswordForm(CurrentTenant tenant, CurrentSession session, PasswordPreparation preparation,
    PasswordPolicyPresenter presenter, DeviceCookie device, IStringLocalizer<PasswordsText> text)
{
    /// <summary>What the field asks for is what its errors name.</summary>
    private string Which => session.Session.ChangeReason == nameof(ChangeReason.TemporaryPassword) ? ".Temporary" : "";

    public PasswordPage Fill(PasswordPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.LoginId = session.User.UserName!;
        page.Rules = presenter.Checklist(tenant.Value.Passwords);
        page.PasswordRules = tenant.Value.Passwords.PasswordRulesAttribute();
        page.AskTwice = tenant.Value.Profile.Password.AskTwice;
        page.SharedId = tenant.Value.Profile.Session.PerAccount > 5;
        page.Forced = session.Session.ChangeReason is { } reason ? Enum.Parse<ChangeReason>(reason) : null;
        return page;
    }

    /// <summary>
    /// An incomplete form costs no try of the current password, so that is not judged; the rules that the new one
    /// breaks are named all the same (PASS-2).
    /// </summary>
    public async Task<bool> IsCompleteAsync(PasswordPage page, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        Require(state, nameof(page.Current), page.Current, text["EnterCurrent" + Which]);
        Require(state, nameof(page.New), page.New, text["EnterCreated"]);
        if (tenant.Value.Profile.Password.AskTwice && page.New is { Length: > 0 } && page.New != page.Again)
        {
            state.AddModelError(nameof(page.Again), text["NotEqual"]);
        }

        if (!state.IsValid && page.New is { Length: > 0 } typed)
        {
            presenter.Report(state, nameof(page.New), await preparation.BrokenAsync(session.User, typed, page.Current));
        }

        return state.IsValid;
    }

    public PasswordChangeRequest Request(PasswordPage page, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new PasswordChangeRequest(session.Session, page.Current!, page.New!,
            device.KnownAccounts(context).Know(session.UserId, session.User.SecurityStamp));
    }

    public void Report(PasswordChangeOutcome outcome, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        switch (outcome)
        {
            case PasswordChangeOutcome.WrongCurrent:
                state.AddModelError(nameof(PasswordPage.Current), text["WrongCurrent" + Which]);
                break;
            case PasswordChangeOutcome.TemporaryOver:
                // The page itself says so: there is no field any more that an error could stand at.
                break;
            case PasswordChangeOutcome.Unfit unfit:
                presenter.Report(state, nameof(PasswordPage.New), unfit.Violations);
                break;
            default:
                state.AddModelError("", text["TooBusy"]);
                break;
        }
    }

    private static void Require(ModelStateDictionary state, string field, string? value, string error)
    {
        if (string.IsNullOrEmpty(value) && state.GetFieldValidationState(field) != ModelValidationState.Invalid)
        {
            state.AddModelError(field, error);
        }
    }
}
