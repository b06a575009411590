namespace Portal.Web.Data.Entities;

public enum ExportState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}
