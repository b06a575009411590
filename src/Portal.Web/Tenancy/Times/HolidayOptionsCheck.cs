using Microsoft.Extensions.Options;

namespace Portal.Web.Tenancy.Times;

/// <summary>A calendar file that cannot be read stops the start, not the first case of the day.</summary>
internal sealed class HolidayOptionsCheck : IValidateOptions<HolidayOptions>
{
    public ValidateOptionsResult Validate(string? name, HolidayOptions options)
    {
        try
        {
            _ = new HolidayCalendar(Options.Create(options));
            return ValidateOptionsResult.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return ValidateOptionsResult.Fail($"Portal:Holidays:File: {e.Message}");
        }
    }
}
