using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices;

/// <summary>How one service of a number is set, as typed.</summary>
public abstract class OptionForm : SteppedForm
{
    /// <summary>The number, and how everything of it is set now.</summary>
    [BindNever]
    public NumberOptions Options { get; set; } = null!;

    /// <summary>What was understood, for the check page.</summary>
    [BindNever]
    public IReadOnlyList<OptionLine> Lines { get; set; } = [];

    /// <summary>What is to be known before it is saved.</summary>
    [BindNever]
    public string? Remark { get; set; }

    public abstract OptionService Service { get; }

    public string Digits => E164.National(Options.Number.Number);

    /// <summary>Fills what the page has fields for from what another page sent in one piece.</summary>
    public virtual void Unfold()
    {
    }

    public abstract void Show(OptionSettings settings);
}

/// <summary>One field of a service as people read it, and as a form sends it on.</summary>
/// <param name="Field">Its name in the form.</param>
public sealed record OptionLine(string Field, string Label, string Shown, params IReadOnlyList<string> Sent);
