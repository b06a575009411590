using Microsoft.Extensions.Options;
using Portal.Web.Tenancy;

namespace Portal.Web.Mail;

/// <summary>Stops a start that could only lead to lost mail, and names the setting.</summary>
internal sealed class MailOptionsCheck(IOptions<SiteOptions> site) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!options.Caps.IsSound)
        {
            return ValidateOptionsResult.Fail(
                "Portal:Mail:Caps: every number must be positive, Day at least Hour and at most 1000; Pause may be zero.");
        }

        if (!options.Smtp.IsUsed)
        {
            return site.Value.Demo ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("Portal:Mail:Smtp:Host must be set; "
                + "only demonstration mode (Portal:Demo) catches mail instead of sending it.");
        }

        return options.Smtp.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
