using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Details;

namespace Portal.Web.Features.OwnAccount.Profile;

/// <summary>Turns what was typed into what is stored, or into problems in words.</summary>
public sealed class ProfileInput(IStringLocalizer<ProfileText> text)
{
    public const int LongestBiography = 400;
    private const int LongestName = 40;
    private const int LongestTitle = 60;

    public ProfileDetails Read(ProfileForm form, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        return new ProfileDetails(
            Line(nameof(form.FamilyName), form.FamilyName, LongestName, state),
            Line(nameof(form.GivenName), form.GivenName, LongestName, state),
            Kana(nameof(form.FamilyNameKana), form.FamilyNameKana, state),
            Kana(nameof(form.GivenNameKana), form.GivenNameKana, state),
            Line(nameof(form.PreferredName), form.PreferredName, LongestName, state),
            Line(nameof(form.Title), form.Title, LongestTitle, state),
            Line(nameof(form.Biography), form.Biography, LongestBiography, state, multiline: true),
            Phone(nameof(form.Phone), form.Phone, state),
            Phone(nameof(form.MobilePhone), form.MobilePhone, state));
    }

    private string Line(string field, string? typed, int longest, ModelStateDictionary state, bool multiline = false)
    {
        var line = CanonicalText.FreeText(typed ?? "").ReplaceLineEndings("\n");
        if (state.GetFieldValidationState(field) == ModelValidationState.Invalid)
        {
            return line;
        }

        if (line.Length > 0 && TextCheck.Find(multiline ? line : typed!.Trim(), multiline) is not null)
        {
            state.AddModelError(field, text["WrongCharacters", text[field]]);
        }
        else if (line.EnumerateRunes().Count() is var length && length > longest)
        {
            state.AddModelError(field, text["TooLong", text[field], longest, length]);
        }

        return line;
    }

    private string Kana(string field, string? typed, ModelStateDictionary state)
    {
        var kana = CanonicalText.Kana(Line(field, typed, LongestName, state));
        if (!CanonicalText.IsReading(kana) && state.GetFieldValidationState(field) != ModelValidationState.Invalid)
        {
            state.AddModelError(field, text["KanaUnfit"]);
        }

        return kana;
    }

    private string Phone(string field, string? typed, ModelStateDictionary state)
    {
        var number = TelephoneNumber.Read(typed ?? "");
        if (number.Problem is { } problem && state.GetFieldValidationState(field) != ModelValidationState.Invalid)
        {
            state.AddModelError(field, text[problem == TelephoneProblem.ZeroIsMissing ? "PhoneWithoutZero" : "PhoneUnfit", text[field]]);
        }

        return number.Shown;
    }
}
