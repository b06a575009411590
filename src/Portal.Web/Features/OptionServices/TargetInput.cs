using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices;

/// <summary>Fields with a number that a service calls.</summary>
public sealed class TargetInput(IStringLocalizer<OptionsText> text)
{
    /// <param name="find">What is wrong with it.</param>
    /// <returns>In its canonical form; empty beside a problem.</returns>
    public string Read(FormReader reader, string field, string? typed, string own, Func<TypedTarget, string, TargetFault?> find)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(find);
        var target = CallTargets.Read(typed);
        if (find(target, own) is not { } fault)
        {
            return target.Number!;
        }

        reader.Add(field, text["Target." + fault]);
        return "";
    }
}
