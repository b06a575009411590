using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Telephony;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.AuthenticationUnits;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Languages;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.AuthenticationUnits;

/// <summary>The form: which unit, and the password of every number that is asked; its errors.</summary>
public sealed class UnitForm(CurrentSession session, DeviceCookie device, IStringLocalizer<UnitText> text)
{
    public UnitPage Fill(UnitPage page, UnitView? view)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.View = view;
        page.Choices = [.. Enum.GetValues<AuthenticationUnit>().Where(unit => unit != view?.Unit)
            .Select(unit => new Choice(unit.ToString(), text["Unit." + unit], text["Means." + unit]))];
        return page;
    }

    public bool IsComplete(UnitPage page, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        if (page.To is not { } to || to == page.View!.Unit)
        {
            state.AddModelError(nameof(page.To), text["ChooseUnit"]);
        }

        for (var i = 0; i < page.View!.Asked.Count; i++)
        {
            if (string.IsNullOrEmpty(page.Passwords.ElementAtOrDefault(i)))
            {
                state.AddModelError($"Passwords[{i}]", text["EnterPassword", TelephoneDisplay.National(page.View.Asked[i])]);
            }
        }

        return state.IsValid;
    }

    public UnitChangeRequest Request(UnitPage page, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(page);
        var typed = page.View!.Asked.Zip(page.Passwords, (number, password) => KeyValuePair.Create(number, password!));
        return new UnitChangeRequest(session.Session, session.LoginId, page.To!.Value, typed.ToDictionary(),
            device.KnownAccounts(context).Know(session.UserId, session.User.SecurityStamp));
    }

    public void Report(UnitPage page, UnitOutcome outcome, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        if (outcome is not UnitOutcome.Wrong wrong)
        {
            state.AddModelError("", text["TooBusy"]);
            return;
        }

        for (var i = 0; i < page.View!.Asked.Count; i++)
        {
            if (wrong.Numbers.Contains(page.View.Asked[i]))
            {
                state.AddModelError($"Passwords[{i}]", text["WrongPassword", TelephoneDisplay.National(page.View.Asked[i])]);
            }
        }
    }

    /// <summary>What becomes of the customer number, where it signs in no more, and of each number.</summary>
    public IReadOnlyList<UnitRow> Rows(UnitView view, AuthenticationUnit to)
    {
        ArgumentNullException.ThrowIfNull(view);
        var manager = TelephoneDisplay.National(view.Numbers.Manager);
        IEnumerable<UnitRow> leaving = UnitRules.SigningIn(view.Unit, view.Numbers).Contains(view.Numbers.Manager)
            && !UnitRules.SigningIn(to, view.Numbers).Contains(view.Numbers.Manager)
                ? [new UnitRow(manager, manager, text["SignsInNoMore"])]
                : [];
        string Reaching(AuthenticationUnit unit, string number) =>
            string.Join(" / ", UnitRules.Reaching(unit, view.Numbers, number).Select(TelephoneDisplay.National));
        return
        [
            .. leaving,
            .. view.Numbers.Numbers.Select(number =>
                new UnitRow(TelephoneDisplay.National(number), Reaching(view.Unit, number), Reaching(to, number))),
        ];
    }

    /// <summary>What is signed in now, where the change signs it out for good; else null.</summary>
    public string? SignedOut(UnitView view, AuthenticationUnit to)
    {
        ArgumentNullException.ThrowIfNull(view);
        return UnitRules.SigningIn(to, view.Numbers).Contains(session.LoginId) ? null : TelephoneDisplay.National(session.LoginId);
    }
}
