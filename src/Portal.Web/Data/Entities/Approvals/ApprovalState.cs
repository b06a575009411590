namespace Portal.Web.Data.Entities;

/// <summary>What became of a request for a second person's approval.</summary>
public enum ApprovalState
{
    Waiting,

    /// <summary>Approved, and carried out in the same moment.</summary>
    Approved,
    Rejected,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>Approved, but it could not be carried out any more: things had changed meanwhile.</summary>
    NotPossible,
}
