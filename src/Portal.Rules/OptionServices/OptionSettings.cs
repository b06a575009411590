namespace Portal.Rules.OptionServices;

/// <summary>How one service of a number is set; numbers in their canonical form, +81612345678.</summary>
public abstract record OptionSettings
{
    /// <summary>Whether the service does anything.</summary>
    public abstract bool IsInUse { get; }

    /// <summary>How a service is set that nobody has touched: off.</summary>
    /// <param name="service">Which one.</param>
    public static OptionSettings Untouched(OptionService service) => service switch
    {
        OptionService.Forwarding => new ForwardingSettings(),
        OptionService.Voicemail => new VoicemailSettings(),
        OptionService.AnonymousRejection => new RejectionSettings(),
        OptionService.ClickToDial => new DialSettings(),
        _ => throw new ArgumentOutOfRangeException(nameof(service)),
    };
}
