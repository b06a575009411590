namespace Portal.Web.Features.Dev.Network;

/// <summary>How the network of the demonstration behaves.</summary>
public enum NetworkMode
{
    Normal,

    /// <summary>Takes its time, and then takes the message.</summary>
    Slow,

    /// <summary>Answers that it cannot.</summary>
    Failing,

    /// <summary>Does not answer at all.</summary>
    Down,
}
