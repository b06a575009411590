namespace Portal.Web.Data.Entities;

/// <summary>
/// Rows that are written once: the database lets the application add them and read them, and neither change nor delete
/// them, whatever its code does.
/// </summary>
public interface IAppendOnly;
