using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Forms;

namespace Portal.Web.Http.Input;

/// <summary>The forms of this session, whatever id it goes by after a proof.</summary>
internal sealed class SessionForms(CurrentSession session) : IFormHolder
{
    public string Key => session.Session.Id.ToString();
}
