namespace Portal.Rules.OptionServices;

/// <summary>Which calls are forwarded.</summary>
public enum ForwardingMode
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Every call, before the telephone rings.</summary>
    Always,

    /// <summary>Calls that the conditions name.</summary>
    When,
}
