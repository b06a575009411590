using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin;

/// <summary>Why a member of the staff does something to somebody's account; goes to the audit log.</summary>
public class ReasonForm
{
    public const int Longest = 500;

    /// <summary>The name under which pages send the reason.</summary>
    private const string Field = "Form." + nameof(Reason);

    [InDraft]
    public string? Reason { get; set; }

    public string FitReason => CanonicalText.FreeText(Reason ?? "");

    /// <summary>Puts what is wrong into the model state.</summary>
    public void Check(ModelStateDictionary state, IStringLocalizer<AdminText> text)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(text);
        var reason = Reason ?? "";
        var length = reason.EnumerateRunes().Count();
        if (TextCheck.Find(reason, multiline: true) is not null)
        {
            state.AddModelError(Field, text["ReasonUnfit"]);
        }
        else if (string.IsNullOrWhiteSpace(reason))
        {
            state.AddModelError(Field, text["ReasonMissing"]);
        }
        else if (length > Longest)
        {
            state.AddModelError(Field, text["ReasonTooLong", Longest, length]);
        }
    }
}
