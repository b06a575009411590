using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Passkeys;

namespace Portal.Web.Features.OwnAccount.Passkeys;

/// <summary>The names by which an owner tells passkeys apart.</summary>
public sealed class PasskeyNames(IStringLocalizer<PasskeysText> text)
{
    /// <summary>After the browser; the owner may call it whatever it likes.</summary>
    public string Suggest(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return BrowserName.Of(context.Request.Headers.UserAgent.ToString()) is { Length: > 0 and <= PasskeyService.LongestName } browser
            ? browser
            : text["Unnamed"].Value;
    }

    /// <returns>What is wrong with it, or null.</returns>
    public string? Problem(string? name) => name?.Trim() switch
    {
        null or "" => text["EnterName"].Value,
        { Length: > PasskeyService.LongestName } => text["NameTooLong", PasskeyService.LongestName].Value,
        var typed when TextCheck.Find(typed, multiline: false) is not null => text["NameUnfit"].Value,
        _ => null,
    };

    public bool IsFit(string? name, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Problem(name) is { } problem && state.GetFieldValidationState(nameof(PasskeyForm.Name)) != ModelValidationState.Invalid)
        {
            state.AddModelError(nameof(PasskeyForm.Name), problem);
        }

        return state.IsValid;
    }
}
