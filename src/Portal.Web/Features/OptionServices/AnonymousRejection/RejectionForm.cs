using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices.AnonymousRejection;

/// <summary>Anonymous call rejection, as typed.</summary>
public sealed class RejectionForm : OptionForm
{
    [InDraft]
    public bool On { get; set; }

    /// <summary>Numbers, one a line.</summary>
    [InDraft]
    public string? Exceptions { get; set; }

    [BindNever]
    public override OptionService Service => OptionService.AnonymousRejection;

    public override void Show(OptionSettings settings)
    {
        var rejection = (RejectionSettings)settings;
        (On, Exceptions) = (rejection.On, string.Join('\n', rejection.Exceptions.Select(E164.Shown)));
    }
}
