namespace Portal.Rules.OptionServices;

/// <summary>What can be set for a telephone number beside the line itself (OPT-1).</summary>
public enum OptionService
{
    /// <summary>Calls go elsewhere.</summary>
    Forwarding,

    /// <summary>The network answers and keeps messages.</summary>
    Voicemail,

    /// <summary>Calls whose number is withheld are turned away.</summary>
    AnonymousRejection,

    /// <summary>A call that begins with a click: the own telephone rings first, then the other one.</summary>
    ClickToDial,
}
