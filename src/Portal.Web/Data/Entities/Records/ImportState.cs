namespace Portal.Web.Data.Entities;

public enum ImportState
{
    /// <summary>The file is there and waits to be checked.</summary>
    Uploaded,

    Checking,

    /// <summary>Nothing is wrong with it; it waits for its confirmation.</summary>
    Checked,

    /// <summary>Something is wrong with it: nothing of it is taken over.</summary>
    Faulty,

    /// <summary>It waits to be taken over.</summary>
    Confirmed,

    Applying,

    Done,

    Cancelled,

    Failed,
}
