using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class MailCaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Cap",
                table: "Outbox",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CausedBy",
                table: "Outbox",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mailbox",
                table: "Outbox",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_TenantId_CausedBy_CreatedAt",
                table: "Outbox",
                columns: new[] { "TenantId", "CausedBy", "CreatedAt" },
                filter: "\"CausedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_TenantId_Mailbox_CreatedAt",
                table: "Outbox",
                columns: new[] { "TenantId", "Mailbox", "CreatedAt" },
                filter: "\"Mailbox\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_TenantId_CausedBy_CreatedAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_TenantId_Mailbox_CreatedAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Cap",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "CausedBy",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Mailbox",
                table: "Outbox");
        }
    }
}
