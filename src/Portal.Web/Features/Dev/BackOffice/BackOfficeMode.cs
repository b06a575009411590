namespace Portal.Web.Features.Dev.BackOffice;

/// <summary>How the back office of the demonstration answers.</summary>
public enum BackOfficeMode
{
    /// <summary>Takes everything, and arranges orders at once.</summary>
    Accepting,

    /// <summary>Cannot.</summary>
    Refusing,

    /// <summary>Does not answer until somebody presses the button.</summary>
    Waiting,

    /// <summary>Answers everything twice, as a system does that has lost an acknowledgement.</summary>
    Twice,
}
